import { ask, Refusal } from '../data';
import { serial } from '../days';
import type { Cited, Label } from '../review';
import { bucket_end, WIDTHS, type Span, type Width } from './span';

/** What the server tells of a stretch of time (`hoego.window/1`). */

export interface Bucket extends Span {
  total: number;
}
export interface Facet {
  id: string;
  label: Label;
  area: string;
  count: number;
}
export const FACETS = ['kinds', 'activities', 'towns', 'countries', 'people'] as const;
export type FacetName = (typeof FACETS)[number];
export interface Window extends Span {
  width: Width;
  total: number;
  buckets: Bucket[];
  facets: Record<FacetName, Facet[]>;
  records: Cited[];
}

type Json = Record<string, unknown>;
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const count = (value: unknown) => (typeof value === 'number' && value > 0 ? value : 0);
const members = (value: unknown): Json[] => (Array.isArray(value) ? value : []).filter((one) => one !== null && typeof one === 'object') as Json[];

function bucket(json: Json, width: Width): Bucket {
  const from = serial(text(json.day)) + (typeof json.second === 'number' ? json.second : 0) / 86_400;
  return { from, to: bucket_end(from, width), total: count(json.total) };
}
function facet(json: Json): Facet {
  return { id: text(json.id), label: (json.name ?? {}) as Label, area: text(json.area), count: count(json.count) };
}

export async function ask_window(query: URLSearchParams, signal: AbortSignal): Promise<Window> {
  const json = JSON.parse(await ask(`api/timeline?${query.toString()}`, signal)) as Json;
  const width = WIDTHS.find((one) => one === json.width);
  if (json.schema !== 'hoego.window/1' || !width) throw new Refusal('hoego.window/1?', '');
  const facets = (json.facets ?? {}) as Json;
  return {
    from: serial(text(json.from)),
    to: serial(text(json.to)) + 1,
    width,
    total: count(json.total),
    buckets: members(json.buckets).map((one) => bucket(one, width)),
    facets: Object.fromEntries(FACETS.map((name) => [name, members(facets[name]).map(facet)])) as Window['facets'],
    records: members(json.records).filter((one) => typeof one.id === 'string' && typeof one.kind === 'string') as unknown as Cited[],
  };
}

/** Has the server look through all records before the timeline is turned to: with many it takes some seconds, once. */
export async function foresee(): Promise<void> {
  try {
    await ask('api/timeline?most=1', new AbortController().signal);
  } catch {
    // What is wrong is said where the timeline is looked at.
  }
}

/** How many of the buckets' records begin in the span. */
export function total_in(buckets: Bucket[], span: Span): number {
  return buckets.reduce((sum, one) => (one.to > span.from && one.from < span.to ? sum + one.total : sum), 0);
}
