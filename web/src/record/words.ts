/** What the origins of a record say of it, in the reader's words. What is not listed stands under its own name. */
export interface RecordWords {
  /** The records of a finding, each to be opened. */
  behind: string;
  /** Above what the file has of it. */
  entry: string;
  traits: Record<string, string>;
  values: Record<string, string>;
  quantities: Record<string, string>;
  size: string;
}
