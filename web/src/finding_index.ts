import { ratio_text } from './findings';
import { records_of, tell } from './promises';
import type { Activity, Cost, Evident, Label, Planned, Review, Trip } from './review';
import { best_label, label_of, trip_name, type Words } from './words';

/** One finding as the evidence drawer tells it: what it is called, what is known of it, the records behind it. */
export interface Finding {
  id: string;
  name: string;
  facts: string[];
  evidence: string[];
  count: number;
}

const found = (id: string, name: string, facts: (string | null | undefined)[], evident: Evident): Finding => ({
  id,
  name,
  facts: facts.filter((fact): fact is string => Boolean(fact)),
  evidence: evident.evidence ?? [],
  count: count_of(evident),
});

/** How many records there are, carried here or not. */
export function count_of(evident: Evident): number {
  return evident.evidence_count ?? evident.evidence?.length ?? 0;
}

/** "1,317,610원, 내역 41건", with other currencies beside it. */
export function cost_text(cost: Cost, words: Words): string {
  return [cost, ...cost.others].filter((sum, i) => i === 0 || sum.payments > 0).map((sum) => words.cost(words.money(sum.amount, sum.currency), sum.payments)).join(' + ');
}

/** The same thing over and over is one plan with many days; a journey is one by itself. */
export function same_plan(plan: Planned, planned: Planned[]): Planned[] {
  return plan.trip ? [plan] : planned.filter((other) => !other.trip && other.title === plan.title);
}

function of_trip(trip: Trip, name: string, words: Words): Finding[] {
  const facts = [
    `${words.span(trip.from, trip.to)}, ${words.nights(trip.nights, trip.day_trip)}, ${words.count(trip.photos, 'photo')}`,
    trip.planned?.booked ? words.booked(trip.planned.booked) : null,
    trip.planned?.delay_hours ? words.late(trip.planned.delay_hours) : null,
    trip.clipped ? words.clipped : null,
    trip.certainty !== undefined && trip.certainty !== null ? words.certainty(trip.certainty) : null,
  ];
  const cost = trip.cost ? [found(trip.cost.id, name, [cost_text(trip.cost, words)], trip.cost)] : [];
  return [found(trip.id, name, facts, trip), ...cost];
}

function of_activity(activity: Activity, name: string, words: Words): Finding[] {
  const facts = [
    `${words.count(activity.count, activity.kind)}, ${words.days(activity.days)}${activity.hours ? `, ${words.hours(activity.hours)}` : ''}`,
    activity.first && activity.last ? words.span(activity.first, activity.last) : null,
    ratio_text(activity, words),
    activity.absence_known ? null : words.presence_only,
  ];
  const list = [found(activity.id, name, facts, activity)];
  for (const change of activity.changes ?? []) {
    const { kind, pace, when } = words.changes;
    const said = [`${kind(change.kind)}: ${pace(change.before_per_week, change.after_per_week, activity.kind)}`, when(change.date, change.low, change.high)];
    list.push(found(change.id, name, [...said, change.certainty === undefined ? null : words.certainty(change.certainty)], change));
  }
  if (activity.against?.id) {
    const counts = `${words.count(activity.against.count, activity.kind)} → ${words.count(activity.count, activity.kind)}`;
    list.push(found(activity.against.id, name, [counts, ratio_text(activity, words)], activity.against));
  }
  if (activity.cost) list.push(found(activity.cost.id, name, [cost_text(activity.cost, words)], activity.cost));
  return list;
}

/** Time by area, journeys to work, days of prompts beside days of code. */
function of_time(review: Review, words: Words, label: (of: Label, id: string) => string): Finding[] {
  const list = review.areas.map((area) => {
    const evenings = area.share_of_evenings === null ? words.areas.unseen : `${words.areas.evenings(...area.evenings)} (${words.areas.share(area.share_of_evenings)})`;
    return found(area.finding, label(area.label, area.id), [evenings, words.hours(area.hours)], area);
  });
  const { commute, code_and_prompts: both } = review;
  if (commute) list.push(found(commute.id, words.commute(commute.journeys, words.hours(commute.hours)), [commute.between.filter(Boolean).join(' – ')], commute));
  if (both) {
    const share = words.areas.share;
    const days = both.prompt_days.map((n, i) => `${words.days(n)} : ${words.days(both.code_days[i] ?? 0)}`).join(' → ');
    list.push(found(both.id, words.prompts_and_code(share(both.share[1]), share(both.share[0])), [days, words.verdict(both.verdict)], both));
  }
  return list;
}

function of_occasions(review: Review, words: Words, label: (of: Label, id: string) => string): Finding[] {
  const list: Finding[] = [];
  for (const first of review.firsts) {
    const since = first.reaches_back_to ? words.occasions.first_since(first.reaches_back_to) : words.occasions.firsts;
    list.push(found(first.id, label(first.label, first.key), [words.day(first.date), since, words.count(first.count, first.kind)], first));
  }
  for (const last of review.lasts) {
    const until = last.silent_to ? words.occasions.last_until(last.silent_to) : words.occasions.lasts;
    list.push(found(last.id, label(last.label, last.key), [words.day(last.date), until], last));
  }
  for (const best of review.bests) {
    const activity = review.activities.find((one) => one.id === best.activity);
    const facts = [`${words.occasions.what(best.what)}: ${words.occasions.value(best, activity?.kind ?? 'event')}`, words.span(best.from, best.to)];
    list.push(found(best.id, best_label(best, review), facts, best));
  }
  for (const milestone of review.milestones) {
    const years = milestone.years && milestone.since ? words.occasions.years(milestone.years, milestone.since) : null;
    list.push(found(milestone.id, milestone.name, [words.day(milestone.date), years], milestone));
  }
  return list;
}

/** Every finding of the review by its id. */
export function index(review: Review, words: Words): Map<string, Finding> {
  const language = review.language;
  const label = (of: Label, id: string) => label_of(of, language, id);
  const list: Finding[] = [
    ...review.trips.flatMap((trip) => of_trip(trip, trip_name(trip, language), words)),
    ...review.activities.flatMap((activity) => of_activity(activity, label(activity.label, activity.id), words)),
    ...of_time(review, words, label),
    ...of_occasions(review, words, label),
  ];
  for (const promise of review.resolutions) {
    const { figure, lines, risks } = tell(promise, review, words);
    const facts = [
      words.promises.verdict(promise.verdict),
      figure,
      ...lines,
      ...(risks.length > 0 ? [`${words.promises.risks} ${risks.join(', ')}`] : []),
      [promise.check, promise.where].filter(Boolean).join(' · '),
    ];
    list.push(found(promise.id, promise.text, facts, records_of(promise)));
  }
  for (const plan of review.planned) {
    const all = same_plan(plan, review.planned);
    const facts = [all.map((one) => words.span(one.from, one.to)).join(', '), words.planned, plan.booked ? words.booked(plan.booked) : null];
    const evidence = all.flatMap((one) => one.evidence ?? []);
    list.push(found(plan.id, plan.title, facts, { evidence, evidence_count: all.reduce((sum, one) => sum + count_of(one), 0) }));
  }
  for (const open of review.open) {
    const facts = [words.kind(open.kind), words.owed_since(open.since), open.asked ? words.owed_asked : null, open.repository];
    list.push(found(open.id, open.title, facts, open));
  }
  for (const clock of review.clocks) {
    const said = words.clock(clock.camera, words.span(clock.from, clock.to), clock.shift, clock.pictures, clock.stated);
    list.push(found(clock.id, clock.camera, [said], clock));
  }
  for (const home of review.homes) list.push(found(home.id, home.place.name ?? home.id, [words.home, words.day(home.from)], home));
  for (const coverage of review.coverage) {
    if (!coverage.id) continue;
    const facts = [words.coverage_class(coverage.class), words.span(coverage.from, coverage.to), ...(coverage.gaps ?? []).map((gap) => words.span(gap.from, gap.to))];
    list.push(found(coverage.id, coverage.source, facts, {}));
  }
  return new Map(list.map((finding) => [finding.id, finding]));
}
