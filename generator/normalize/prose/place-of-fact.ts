import { type JsonObject, stringMember } from "../../json.ts";
import { marksOf, type Place, placeAt, placeOf } from "../../place.ts";
import type { MinedFact } from "./mined-prose.ts";

/** What follows an opening quote or `>-` at most before the text of a scalar begins. */
const maxIndicator = 4;

/**
 * Where the words of a fact stand in the document as received. Exact where the description stands there as it is; in folded,
 * escaped or repaired text the first word of the evidence is searched from the description on; else the description's place.
 */
export function placeOfFact(owner: JsonObject, fact: Pick<MinedFact, "start" | "end">): Place | undefined {
  const description = stringMember(owner, "description");
  const marks = marksOf(owner);
  const from = marks?.members?.get("description")?.[1];
  if (description === undefined || marks === undefined || from === undefined) return placeOf(owner, "description");
  const { text } = marks.source;
  for (let at = from; at <= from + maxIndicator; at++)
    if (text.startsWith(description, at)) return placeAt(marks.source, at + fact.start);
  const found = findWord(text.slice(from, from + 2 * description.length + 200), description, fact);
  return placeAt(marks.source, from + (found ?? 0));
}

/** Offset of the evidence's first word in `text`: the occurrence with as many before it as in the description. */
function findWord(
  text: string,
  description: string,
  { start, end }: Pick<MinedFact, "start" | "end">,
): number | undefined {
  const word = /^[^\s"'\\]+/.exec(description.slice(start, end))?.[0];
  if (word === undefined) return undefined;
  let found = text.indexOf(word);
  for (let at = description.indexOf(word); at >= 0 && at < start && found >= 0; at = description.indexOf(word, at + 1))
    found = text.indexOf(word, found + 1);
  return found < 0 ? undefined : found;
}
