import type { Json } from "../../json.ts";
import type { ConflictReason, MinedConflict, MinedFact, MinedKeyword, MinedKeywords } from "./mined-prose.ts";
import { namesValue, sameValue } from "./same-value.ts";
import type { Screened } from "./screen-claims.ts";

interface Reconciling {
  readonly facts: Map<MinedKeyword, MinedFact>;
  readonly conflicts: MinedConflict[];
  readonly declared: MinedKeywords;
}

/** Holds the facts against each other and against what the schema declares; the weaker of two is dropped and told. */
export function reconcileFacts(screened: Screened, declared: MinedKeywords): Screened {
  const state: Reconciling = { facts: new Map(screened.facts), conflicts: [...screened.conflicts], declared };
  dropDeclared(state);
  dropValueBoundsOfText(state);
  dropEmptyRange(state, "minimum", "maximum");
  dropEmptyRange(state, "minLength", "maxLength");
  dropEmptyRange(state, "minItems", "maxItems");
  checkDefaultAgainstDeclared(state);
  dropListWithoutDefault(state);
  dropRangeWithoutDefault(state);
  return state;
}

function drop(state: Reconciling, keyword: MinedKeyword, reason: ConflictReason, against: Json | undefined): void {
  const fact = state.facts.get(keyword);
  if (fact === undefined || !state.facts.delete(keyword) || against === undefined) return;
  state.conflicts.push({ ...fact, reason, against });
}

function dropDeclared(state: Reconciling): void {
  for (const [keyword, fact] of [...state.facts]) {
    const declared = state.declared[keyword];
    if (declared === undefined) continue;
    // What only the form of the text implies is no claim against a schema.
    const agrees = fact.cue === "" || sameValue(declared, fact.value);
    drop(state, keyword, "declared-otherwise", agrees ? undefined : declared);
  }
}

/** 不超过 500 字符 … 范围 [0.01, 99.99]: of a text with a length, a numeric interval is about something inside it. */
function dropValueBoundsOfText({ facts, declared }: Reconciling): void {
  if (!facts.has("maxLength") && !facts.has("minLength") && declared.maxLength === undefined) return;
  for (const keyword of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const) facts.delete(keyword);
}

function dropEmptyRange(state: Reconciling, low: MinedKeyword, high: MinedKeyword): void {
  const [least, most] = [numberOf(state, low), numberOf(state, high)];
  if (least === undefined || most === undefined || least <= most) return;
  drop(state, low, "empty-range", most);
  drop(state, high, "empty-range", least);
}

function numberOf(state: Reconciling, keyword: MinedKeyword): number | undefined {
  const value = state.declared[keyword] ?? state.facts.get(keyword)?.value;
  return typeof value === "number" ? value : undefined;
}

/** The schema's own list or range is the stronger claim: a default outside of it is dropped. */
function checkDefaultAgainstDeclared(state: Reconciling): void {
  const fact = state.facts.get("default");
  const { declared } = state;
  if (fact === undefined) return;
  if (declared.enum !== undefined && !declared.enum.includes(fact.value))
    drop(state, "default", "outside-declared", declared.enum);
  const bound = boundsOf(declared).find(([keyword, limit]) => breaks(fact.value, keyword, limit));
  if (bound !== undefined) drop(state, "default", "outside-declared", bound[1]);
}

/** A list that does not contain the default is no list of all values. */
function dropListWithoutDefault(state: Reconciling): void {
  const value = state.declared.default ?? state.facts.get("default")?.value;
  if (value === undefined || namesValue(state.facts.get("enum")?.value, value)) return;
  drop(state, "enum", "outside-list", value);
}

/** A range that does not contain the default is about something else. */
function dropRangeWithoutDefault(state: Reconciling): void {
  const value = state.declared.default ?? state.facts.get("default")?.value;
  if (value === undefined) return;
  const mined = Object.fromEntries([...state.facts].map(([keyword, fact]) => [keyword, fact.value]));
  if (!boundsOf(mined).some(([keyword, limit]) => breaks(value, keyword, limit))) return;
  for (const [keyword] of boundsOf(mined)) drop(state, keyword, "outside-range", value);
}

const boundKeywords = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"] as const;

function boundsOf(keywords: MinedKeywords): readonly (readonly [MinedKeyword, number])[] {
  return boundKeywords.flatMap((keyword) => {
    const limit = keywords[keyword];
    return typeof limit === "number" ? [[keyword, limit] as const] : [];
  });
}

/** Whether a value, or a text that is a number, lies outside of the bound. */
function breaks(value: Json, keyword: MinedKeyword, limit: number): boolean {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || Number.isNaN(number)) return false;
  switch (keyword) {
    case "minimum":
      return number < limit;
    case "maximum":
      return number > limit;
    case "exclusiveMinimum":
      return number <= limit;
    case "exclusiveMaximum":
      return number >= limit;
    default:
      return false;
  }
}
