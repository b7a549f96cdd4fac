/** What was typed and not kept yet, by finding, and the question one was at: they outlast a reload of the page. */
export class Drafts {
  private readonly key: string;
  private texts: Record<string, string> = {};
  private place = '';

  constructor(life: string, year: number) {
    this.key = `hoego.drafts ${year} ${life}`;
    try {
      const value = JSON.parse(sessionStorage.getItem(this.key) ?? '{}') as { texts?: Record<string, unknown>; place?: unknown };
      for (const [finding, text] of Object.entries(value.texts ?? {})) if (typeof text === 'string') this.texts[finding] = text;
      if (typeof value.place === 'string') this.place = value.place;
    } catch {
      // Storage is shut or holds something else: what is typed lasts as long as the page.
    }
  }
  get at(): string {
    return this.place;
  }
  of(finding: string): string | null {
    return Object.hasOwn(this.texts, finding) ? (this.texts[finding] ?? null) : null;
  }
  /** Null: nothing is left to keep. */
  put(finding: string, text: string | null): void {
    if (text === null) delete this.texts[finding];
    else this.texts[finding] = text;
    this.store();
  }
  go(finding: string): void {
    this.place = finding;
    this.store();
  }
  private store(): void {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ texts: this.texts, place: this.place }));
    } catch {
      // As above.
    }
  }
}
