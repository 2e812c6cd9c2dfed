import type { Json } from "../../json.ts";
import { type Excerpt, sourceOffset } from "../excerpt.ts";
import { maxNodes } from "../limits.ts";
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
  /** Whether a comment stood on the way to the content. */
  passedComment = false;
  values = 0;
  aliases = 0;
  /** What each anchor names; nothing inside of that. */
  readonly anchors: Map<string, Json | undefined> = new Map();
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
  }

  /** Counts a value; false when the text costs more than is allowed. */
  spend(): boolean {
    this.values += 1;
    return this.values < maxNodes;
  }

  /** Steps over spaces, no tabs. */
  skipSpaces(): void {
    const { text } = this;
    let { at } = this;
    while (text.charCodeAt(at) === space) at += 1;
    this.at = at;
  }

  /** Ends a value's line, perhaps with a comment, and moves to the next content; false when anything else stands there. */
  endLine(): boolean {
    this.skipSpaces();
    const { code } = this;
    this.passedComment = false;
    if (code === lineFeed) this.at += 1;
    else if (code === hash && this.text.charCodeAt(this.at - 1) === space) this.#skipComment();
    else if (isLineEnd(code)) this.#breakLine();
    else return false;
    return this.toContent();
  }

  /** From the beginning of a line to the next content, over blank lines and comments; false where that is not plain. */
  toContent(): boolean {
    for (;;) {
      const lineStart = this.at;
      this.skipSpaces();
      const { code } = this;
      if (code === lineFeed) this.at += 1;
      else if (code === hash) this.#skipComment();
      else if (code === carriageReturn) this.#breakLine();
      else return this.#meetContent(lineStart, code);
    }
  }

  #meetContent(lineStart: number, code: number): boolean {
    this.column = Number.isNaN(code) ? -1 : this.at - lineStart;
    return code !== tab && !(this.column === 0 && this.atDocumentMarker());
  }

  /** Whether `---` or `...` stands here; what comes behind it is not looked at. */
  atDocumentMarker(): boolean {
    const code = this.text.charCodeAt(this.at);
    return (code === dash || code === dot) && /---|\.\.\./.test(this.text.slice(this.at, this.at + 3));
  }

  #skipComment(): void {
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end + 1;
    this.passedComment = true;
  }

  /** Over what stands between two lines; over nothing at the end. */
  #breakLine(): void {
    if (this.code === carriageReturn) this.at += 1;
    if (this.code === lineFeed) this.at += 1;
  }
}
