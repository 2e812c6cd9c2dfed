import type { Json } from "../../json.ts";
import type { Claim, Prose } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import { isLiteral, isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { type ImpliedList, readImpliedList } from "./read-implied-list.ts";
import { namesValue } from "./same-value.ts";

const maxExamples = 40;
const maxCase = 8;
const equals: ReadonlySet<string> = new Set(["is", "为", "是"]);

/**
 * Adds to the claims the lists that no cue announces but the claims bear witness to (`720p或者1080p默认720p`),
 * and takes away a default whose list an example contradicts: both then speak of something else.
 */
export function addImpliedLists(prose: Prose, claims: readonly Claim[]): readonly Claim[] {
  if (!mayHaveValues(prose) || claims.some(({ keyword }) => keyword === "enum")) return claims;
  const defaults = claims.filter(({ keyword }) => keyword === "default").map(({ value }) => value);
  for (const found of findImpliedLists(prose)) {
    const list = found.list.claims.find(({ keyword }) => keyword === "enum");
    const named = defaults.filter((value) => namesValue(list?.value, value));
    if (list === undefined || (found.list.witness === "with-default" && named.length === 0)) continue;
    if (claims.some(({ keyword, start, end }) => keyword !== "default" && start <= list.start && list.start < end))
      continue;
    if (examples(prose).some((example) => !namesValue(list.value, example)))
      return claims.filter(({ keyword, value }) => keyword !== "default" || !named.includes(value));
    return [...claims, ...found.list.claims.map((claim) => ({ ...claim, at: found.at }))];
  }
  return claims;
}

/** Whether its values may be listed, and the text has what stands between two of them, or behind one. */
function mayHaveValues({ tokens, kind }: Prose): boolean {
  if (kind === "boolean" || kind === "array" || kind === "none") return false;
  let literals = 0;
  for (const token of tokens) if (isLiteral(token)) literals++;
  return literals > 1;
}

function findImpliedLists(prose: Prose): readonly { readonly list: ImpliedList; readonly at: number }[] {
  const found: { readonly list: ImpliedList; readonly at: number }[] = [];
  for (let at = 0; at < prose.tokens.length; ) {
    const list = readImpliedList(prose, at);
    if (list !== undefined && !isExample(prose, at) && !isOfCase(prose.tokens, at)) found.push({ list, at });
    at = Math.max(list?.next ?? 0, at + 1);
  }
  return found;
}

/** `(e.g., 'a', 'b')`: nothing but further values stands between the list and the cue. */
function isExample({ tokens }: Prose, at: number): boolean {
  let cue = at - 1;
  while (cue > at - maxExamples && (isMark(tokens[cue], ",:") || isLiteral(tokens[cue]))) cue--;
  const before = tokens[cue];
  return before?.kind === "cue" && before.cue.role === "example";
}

/** `- fast_mode is false: 360p, 540p`: the values of one case. */
function isOfCase(tokens: readonly ProseToken[], at: number): boolean {
  if (!isMark(tokens[at - 1], ":")) return false;
  for (let start = at - 2; start > at - maxCase && tokens[start] !== undefined; start--) {
    if (tokens[start]?.kind === "break") return false;
    if (isSaying(tokens[start], equals) || isMark(tokens[start], "=")) return isMark(tokens[start - 2], "-*•");
  }
  return false;
}

function examples({ tokens }: Prose): readonly Json[] {
  return tokens.flatMap((token, at) => {
    if (token.kind !== "cue" || token.cue.role !== "example") return [];
    const value = tokens[skipConnectors(tokens, at + 1)];
    return value?.kind === "quoted" || value?.kind === "word" ? [value.text] : [];
  });
}
