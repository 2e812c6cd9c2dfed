import type { Marks, SourceText } from "../place.ts";
import { skipJsonSpace, skipJsonString, skipJsonValue } from "./skip-json.ts";

type Offsets = readonly [key: number, value: number];

/**
 * Where an object or array of sound JSON stands. Where its members stand is only looked up when somebody asks: of a large document
 * with a million members, a few are named in diagnostics.
 */
export class JsonMarks implements Marks {
  readonly source: SourceText;
  readonly start: number;
  #members: ReadonlyMap<string, Offsets> | undefined;

  constructor(source: SourceText, start: number) {
    this.source = source;
    this.start = start;
  }

  get members(): ReadonlyMap<string, Offsets> {
    this.#members ??= findMembers(this.source.text, this.start);
    return this.#members;
  }
}

/** The members of the object or array that begins here; of a key that comes twice, the first. */
function findMembers(text: string, start: number): ReadonlyMap<string, Offsets> {
  const members = new Map<string, Offsets>();
  const isObject = text[start] === "{";
  for (let at = skipJsonSpace(text, start + 1); at < text.length && !isEnd(text[at]); ) {
    const key = isObject ? readKey(text, at) : String(members.size);
    const value = isObject ? skipJsonSpace(text, skipJsonSpace(text, skipJsonString(text, at)) + 1) : at;
    if (!members.has(key)) members.set(key, [at, value]);
    at = skipJsonSpace(text, skipJsonValue(text, value));
    if (text[at] === ",") at = skipJsonSpace(text, at + 1);
  }
  return members;
}

function isEnd(character: string | undefined): boolean {
  return character === "}" || character === "]";
}

function readKey(text: string, at: number): string {
  return String(JSON.parse(text.slice(at, skipJsonString(text, at))));
}
