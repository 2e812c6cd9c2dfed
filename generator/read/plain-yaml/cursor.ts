import { type Excerpt, sourceOffset } from "../excerpt.ts";
import { maxNodes, maxYamlTokens } from "../limits.ts";
import { carriageReturn, dash, dot, hash, isLineEnd, lineFeed, space, tab } from "./characters.ts";

/** Where a reading of plain YAML stands in its text, and what the text has cost so far. */
export class Cursor {
  readonly excerpt: Excerpt;
  readonly text: string;
  /** Offset of the next character. */
  at = 0;
  /** Column of the next content: the indentation of its line, or of what follows `- `; -1 behind the last line. */
  column = 0;
  /** Offset at which the value begins that was read last. */
  start = 0;
  /** How many tokens the `yaml` package would have seen, or a few more: it is not fed more than it is allowed. */
  tokens = 1;
  values = 0;
  /** The first number that holds not all of the digits it is written with. */
  rounded: { readonly written: string; readonly value: number; readonly offset: number } | undefined;
  /** Whether reading ended at what is surely an error. */
  isBroken = false;
  /** What to add to an offset for the document as received; undefined where the excerpt is made of several runs. */
  readonly #shift: number | undefined;

  constructor(excerpt: Excerpt) {
    this.excerpt = excerpt;
    this.text = excerpt.text;
    const [run, second] = excerpt.runs;
    this.#shift = run === undefined || second !== undefined ? undefined : run.from - run.at;
  }

  /** The offset in the document as received of an offset in the text. */
  place(offset: number): number {
    return this.#shift === undefined ? sourceOffset(this.excerpt, offset) : offset + this.#shift;
  }

  /** The next UTF-16 unit; NaN at the end. */
  get code(): number {
    return this.text.charCodeAt(this.at);
  }

  /** Steps over a sign. */
  step(): void {
    this.at += 1;
    this.tokens += 1;
  }

  /** Counts a value; false when the text costs more than is allowed. */
  spend(): boolean {
    this.values += 1;
    return this.values < maxNodes && this.tokens < maxYamlTokens;
  }

  /** Steps over spaces, no tabs. */
  skipSpaces(): void {
    const { text, at } = this;
    let end = at;
    while (text.charCodeAt(end) === space) end += 1;
    if (end === at) return;
    this.tokens += 1;
    this.at = end;
  }

  /** Ends a value's line, perhaps with a comment, and moves to the next content; false when anything else stands there. */
  endLine(): boolean {
    this.skipSpaces();
    const { code } = this;
    if (code === hash && this.text.charCodeAt(this.at - 1) === space) this.#skipComment();
    else if (!isLineEnd(code)) return false;
    this.#breakLine();
    return this.toContent();
  }

  /** From the beginning of a line to the next content, over blank lines and comments; false where that is not plain. */
  toContent(): boolean {
    for (;;) {
      const start = this.at;
      this.skipSpaces();
      const code = this.text.charCodeAt(this.at);
      if (code === hash) this.#skipComment();
      else if (!isLineEnd(code)) return this.#meetContent(start, code);
      if (this.at === this.text.length) {
        this.column = -1;
        return true;
      }
      this.#breakLine();
    }
  }

  #meetContent(lineStart: number, code: number): boolean {
    this.column = this.at - lineStart;
    return code !== tab && !(this.column === 0 && this.atDocumentMarker());
  }

  /** Whether `---` or `...` stands here; what comes behind it is not looked at. */
  atDocumentMarker(): boolean {
    const code = this.text.charCodeAt(this.at);
    return (code === dash || code === dot) && /---|\.\.\./.test(this.text.slice(this.at, this.at + 3));
  }

  #skipComment(): void {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end;
    this.tokens += 1;
  }

  #breakLine(): void {
    if (this.text.charCodeAt(this.at) === carriageReturn) this.at += 1;
    if (this.text.charCodeAt(this.at) === lineFeed) this.at += 1;
    this.tokens += 1;
  }
}
