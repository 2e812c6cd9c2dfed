import type { Claim } from "./claim.ts";
import { collectClaims } from "./collect-claims.ts";
import { addImpliedLists } from "./collect-implied-lists.ts";
import { lowerAscii } from "./fold-text.ts";
import { markScopes } from "./mark-scopes.ts";
import { type MinedFact, type MinedKeyword, type MinedProse, type MineOptions, minedKeywords } from "./mined-prose.ts";
import { propertyKind } from "./property-kind.ts";
import { reconcileFacts } from "./reconcile-facts.ts";
import { namesValue } from "./same-value.ts";
import { screenClaims } from "./screen-claims.ts";
import { tokenizeProse } from "./tokenize-prose.ts";

/** How many UTF-16 units of a description are read; what follows is left alone. */
export const maxProseLength = 16_384;

const nothing: MinedProse = { keywords: {}, facts: [], conflicts: [] };
const fileWords: readonly string[] = ["url", "base64", "上传", "链接", "文件大小", "图片大小", "upload"];

/**
 * Reads from a description what its schema does not say: default, range, lengths, item counts and known values, each
 * typed by the property and with the words that state it. Reads at most {@link maxProseLength} units, in linear time.
 */
export function mineProse(description: string, options: MineOptions = {}): MinedProse {
  const text = description.slice(0, maxProseLength);
  const tokens = tokenizeProse(text);
  const prose = { tokens, kind: propertyKind(options.type), isFile: speaksOfFile(text) };
  const claims = dropUnlisted(addImpliedLists(prose, collectClaims(prose)));
  if (claims.length === 0) return nothing;
  const { facts, conflicts } = reconcileFacts(screenClaims(claims, markScopes(tokens)), options.declared ?? {});
  const ordered = minedKeywords.flatMap((keyword) => facts.get(keyword) ?? []);
  return { keywords: keywordsOf(ordered), facts: ordered, conflicts };
}

function dropUnlisted(claims: readonly Claim[]): readonly Claim[] {
  const lists = claims.filter(({ keyword }) => keyword === "enum");
  return claims.filter(
    ({ needsList, value }) => needsList !== true || lists.some((list) => namesValue(list.value, value)),
  );
}

function speaksOfFile(text: string): boolean {
  const lower = lowerAscii(text);
  // What is sent back as url or b64_json is no file of the request.
  if (lower.includes("b64_json")) return false;
  return fileWords.some((word) => lower.includes(word)) || /\d ?mb\b/.test(lower);
}

function keywordsOf(facts: readonly MinedFact[]): MinedProse["keywords"] {
  return Object.fromEntries(facts.map(({ keyword, value }): [MinedKeyword, MinedFact["value"]] => [keyword, value]));
}
