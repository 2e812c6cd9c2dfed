import { fromEntries, type Json, type JsonObject } from "../json.ts";

const limit = /([<>]=?)\s*(-?\d{1,15}(?:\.\d{1,15})?)\s*(characters?|字符|items?|项|元素)?\s*/g;

/** Whether a line holds limits as rendered pages print them under a field, and nothing else: `>= 1 字符<= 50 字符`. */
export function isLimitText(text: string): boolean {
  return /^[<>]/.test(text) && text.length < 80 && text.replaceAll(limit, "") === "";
}

/** The keywords of such lines, for a field of a type; limits that a type cannot have are none. */
export function readLimits(lines: readonly string[], type: Json | undefined): JsonObject {
  const found = lines.flatMap((line) => [...line.matchAll(limit)]);
  return fromEntries(
    found.flatMap(([, sign = "", number]): [string, Json][] => {
      const keyword = keywords.get(`${String(type)} ${sign}`);
      return keyword === undefined ? [] : [[keyword, Number(number)]];
    }),
  );
}

const keywords: ReadonlyMap<string, string> = new Map([
  ["string >=", "minLength"],
  ["string <=", "maxLength"],
  ["array >=", "minItems"],
  ["array <=", "maxItems"],
  ...["integer", "number"].flatMap((type): [string, string][] => [
    [`${type} >=`, "minimum"],
    [`${type} <=`, "maximum"],
    [`${type} >`, "exclusiveMinimum"],
    [`${type} <`, "exclusiveMaximum"],
  ]),
]);
