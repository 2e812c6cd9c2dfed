/** What is wrong with an emitted file, and where. */
export interface Violation {
  readonly message: string;
  /** UTF-16 offset into the file. */
  readonly at: number;
}
