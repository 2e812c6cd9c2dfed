import { isMark, type ProseToken } from "./prose-token.ts";
import type { UnitKind } from "./units.ts";

/** A number with the unit behind it. */
export interface Quantity {
  readonly value: number;
  readonly unit: UnitKind | undefined;
  readonly start: number;
  readonly end: number;
  /** Index of the token of the number itself, and of the token behind number and unit. */
  readonly at: number;
  readonly next: number;
}

const maxGroups = 5;
const numberWords: ReadonlyMap<string, number> = new Map(
  ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
    (word, value): [string, number] => [word, value],
  ),
);

/** The number at this token: 28, -0.5, 三, "5" in quotes, 10s; not `one`, and 5,000 is 5. */
export function readNumber(tokens: readonly ProseToken[], at: number): Quantity | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "number") return readPower(tokens, at) ?? withUnit(tokens, at + 1, token.value, token);
  const seconds = token.kind === "word" ? /^(\d+(?:\.\d+)?)s$/.exec(token.text)?.[1] : undefined;
  if (seconds !== undefined)
    return { value: Number(seconds), unit: "plain", start: token.start, end: token.end, at, next: at + 1 };
  if (token.kind !== "quoted" || !/^-?\d+(?:\.\d+)?$/.test(token.text)) return undefined;
  return withUnit(tokens, at + 1, Number(token.text), token);
}

/** 2^31-1, as the largest integers are written. */
function readPower(tokens: readonly ProseToken[], at: number): Quantity | undefined {
  const [base, sign, power, minus, less] = tokens.slice(at, at + 5);
  if (base?.kind !== "number" || sign?.text !== "^" || power?.kind !== "number") return undefined;
  const reduced = minus?.text === "-" && less?.kind === "number" && !less.spaced;
  const last = reduced ? less : power;
  const value = base.value ** power.value - (reduced ? less.value : 0);
  return { value, unit: undefined, start: base.start, end: last.end, at, next: at + (reduced ? 5 : 3) };
}

/** As {@link readNumber}, and also `one` to `ten`, and digits in groups of three (5,000). */
export function readCount(tokens: readonly ProseToken[], at: number): Quantity | undefined {
  const word = tokens[at];
  const value = word?.kind === "word" ? numberWords.get(word.text.toLowerCase()) : undefined;
  if (word !== undefined && value !== undefined)
    return isOfDigits(tokens, at + 1) ? undefined : withUnit(tokens, at + 1, value, word);
  const first = readNumber(tokens, at);
  return first === undefined ? undefined : withGroups(tokens, first);
}

/** Two decimal places, three digits: they count what a number is written with. */
function isOfDigits(tokens: readonly ProseToken[], at: number): boolean {
  return /^(?:decimals?|digits?)$/i.test(tokens[at]?.text ?? "");
}

function withUnit(tokens: readonly ProseToken[], next: number, value: number, token: ProseToken): Quantity {
  const unit = tokens[next];
  if (unit?.kind !== "unit") return { value, unit: undefined, start: token.start, end: token.end, at: next - 1, next };
  return { value, unit: unit.unit, start: token.start, end: unit.end, at: next - 1, next: next + 1 };
}

function withGroups(tokens: readonly ProseToken[], first: Quantity): Quantity {
  let whole = first;
  for (let groups = 0; groups < maxGroups && whole.unit === undefined && whole.value >= 1; groups++) {
    const comma = tokens[whole.next];
    const group = tokens[whole.next + 1];
    if (!isMark(comma, ",") || comma?.spaced || group?.kind !== "number" || group.spaced) break;
    if (!/^\d{3}$/.test(group.text)) break;
    whole = {
      ...withUnit(tokens, whole.next + 2, whole.value * 1000 + group.value, group),
      start: first.start,
      at: first.at,
    };
  }
  return whole;
}
