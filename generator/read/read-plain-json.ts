import type { Report } from "../diagnostic.ts";
import { type Json, type JsonObject, setMember } from "../json.ts";
import { mark, placeAt, type SourceText } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { isRounded } from "./is-rounded.ts";
import { JsonMarks } from "./json-marks.ts";
import { maxDepth, maxNodes } from "./limits.ts";
import type { Parsed } from "./parsed.ts";
import { skipJsonSpace, skipJsonString } from "./skip-json.ts";

/** What came of reading: a value; nothing, after a report; or, where the text is no sound JSON, the offset at which it is not. */
export type PlainJson = { readonly parsed: Parsed | undefined } | { readonly brokenAt: number };

/**
 * The value of a whole document that is JSON to the letter, marked with its places. One pass that makes nothing but the value:
 * the syntax tree of a document of 20 MB does not fit into memory.
 */
export function readPlainJson(source: SourceText, report: Report): PlainJson {
  return new PlainReading(source, report).read();
}

/** Recursion is bounded by the depth that is allowed. */
class PlainReading {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #report: Report;
  /** Told in the end: about broken text, others have more to say. */
  readonly #findings: (() => void)[] = [];
  #at = 0;
  #depth = 0;
  #nodes = 0;
  #rounded = false;
  /** Why reading ends early: the text is broken, or was refused with a report. */
  #ended: "broken" | "refused" | undefined;
  #failed = false;

  constructor(source: SourceText, report: Report) {
    this.#source = source;
    this.#text = source.text;
    this.#report = report;
  }

  read(): PlainJson {
    this.#skipSpace();
    const value = this.#value();
    this.#skipSpace();
    if (this.#ended === undefined && this.#at < this.#text.length) this.#ended = "broken";
    if (this.#ended === "broken") return { brokenAt: this.#at };
    for (const tell of this.#findings) tell();
    return { parsed: this.#ended === "refused" || this.#failed ? undefined : { value } };
  }

  #value(): Json {
    this.#nodes += 1;
    if (this.#nodes > maxNodes) return this.#refuse("too-many-values", `More than ${maxNodes} values.`);
    switch (this.#text[this.#at]) {
      case "{":
        return this.#nested(() => this.#object());
      case "[":
        return this.#nested(() => this.#array());
      case '"':
        return this.#string() ?? null;
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
      default:
        return this.#number();
    }
  }

  #nested(read: () => Json): Json {
    if (this.#depth === maxDepth) {
      return this.#refuse("nesting-too-deep", `The JSON nests deeper than ${maxDepth} levels here.`);
    }
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #object(): JsonObject {
    const object: { [key: string]: Json } = {};
    const marks = new JsonMarks(this.#source, this.#at);
    for (let more = this.#opens("}"); more; more = this.#continues("}")) {
      const keyAt = this.#at;
      const key = this.#text[keyAt] === '"' ? this.#string() : undefined;
      this.#skipSpace();
      if (key === undefined || this.#text[this.#at] !== ":") return this.#break(object);
      this.#at += 1;
      this.#skipSpace();
      const value = this.#value();
      if (this.#ended !== undefined) return object;
      if (Object.hasOwn(object, key)) this.#reportTwice(key, marks, keyAt);
      else setMember(object, key, value);
    }
    return mark(object, marks);
  }

  #array(): Json {
    const list: Json[] = [];
    const marks = new JsonMarks(this.#source, this.#at);
    for (let more = this.#opens("]"); more; more = this.#continues("]")) {
      list.push(this.#value());
      if (this.#ended !== undefined) return list;
    }
    return mark(list, marks);
  }

  /** Steps inside; whether there is a first member. */
  #opens(end: string): boolean {
    this.#at += 1;
    this.#skipSpace();
    if (this.#text[this.#at] !== end) return true;
    this.#at += 1;
    return false;
  }

  /** Steps over what follows a member; whether there is another one. */
  #continues(end: string): boolean {
    this.#skipSpace();
    const found = this.#text[this.#at];
    if (found !== "," && found !== end) return this.#break(false);
    this.#at += 1;
    if (found === end) return false;
    this.#skipSpace();
    return true;
  }

  #string(): string | undefined {
    const start = this.#at;
    const end = skipJsonString(this.#text, start);
    const inner = this.#text.slice(start + 1, end - 1);
    if (this.#text[end - 1] !== '"' || end === start + 1) return this.#break(undefined);
    const value = needsParsing.test(inner) ? parseString(this.#text.slice(start, end)) : inner;
    if (value === undefined) return this.#break(undefined);
    this.#at = end;
    return value;
  }

  #word(word: string, value: boolean | null): Json {
    if (!this.#text.startsWith(word, this.#at)) return this.#break(null);
    this.#at += word.length;
    return value;
  }

  #number(): Json {
    numberText.lastIndex = this.#at;
    const [written] = numberText.exec(this.#text) ?? [];
    if (written === undefined) return this.#break(null);
    const value = Number(written);
    if (!Number.isFinite(value)) return this.#refuse("number-not-finite", "The number is too large to be one.");
    if (!this.#rounded && isRounded(written, value)) this.#reportRounded(written, value);
    this.#at += written.length;
    return value;
  }

  /** Said once: where there is one such number, there are more. */
  #reportRounded(written: string, value: number): void {
    this.#rounded = true;
    const place = placeAt(this.#source, this.#at);
    const message = `${written} is more than a number holds; it is read as ${value}.`;
    this.#findings.push(() => this.#report("number-rounded", message, { place }));
  }

  #reportTwice(key: string, marks: JsonMarks, keyAt: number): void {
    this.#failed = true;
    const before = placeAt(this.#source, marks.members.get(key)?.[0] ?? marks.start);
    const message = `The key ${quote(key)} stood before, at ${before.line}:${before.column}.`;
    const hint = "Parsers disagree which of the two counts: remove one.";
    this.#findings.push(() => this.#report("duplicate-key", message, { place: placeAt(this.#source, keyAt), hint }));
  }

  #refuse(code: "nesting-too-deep" | "number-not-finite" | "too-many-values", message: string): null {
    const place = placeAt(this.#source, this.#at);
    if (this.#ended === undefined) this.#findings.push(() => this.#report(code, message, { place }));
    this.#ended ??= "refused";
    return null;
  }

  #break<Value>(value: Value): Value {
    this.#ended ??= "broken";
    return value;
  }

  #skipSpace(): void {
    this.#at = skipJsonSpace(this.#text, this.#at);
  }
}

const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
/** An escape, or a control character, which JSON does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these.
const needsParsing = /[\\\u0000-\u001f]/;

function parseString(literal: string): string | undefined {
  try {
    return String(JSON.parse(literal));
  } catch {
    return undefined;
  }
}
