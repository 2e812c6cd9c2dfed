import type { Json } from "../../json.ts";
import type { NewClaim } from "./claim.ts";
import type { ListItem } from "./list-item.ts";
import { isNumeric, type PropertyKind } from "./property-kind.ts";
import type { ProseList } from "./read-list.ts";
import { typedLiteral } from "./typed-literal.ts";

/** What a list says: the known values, and the default where a label names one. Empty when an item has another type. Of a
 * boolean only the default: that it is true or false is known. */
export function listClaims(
  list: ProseList,
  kind: PropertyKind,
  evidence: Pick<NewClaim, "cue" | "strength" | "start">,
): readonly NewClaim[] {
  const items = joinSplitValues(list.items);
  const values = items.map((item) => (item.hasUnit && !isNumeric(kind) ? undefined : typedLiteral(item, kind)));
  if (values.length === 0 || values.includes(undefined) || items.some(isPlaceholder)) return [];
  const claim = { ...evidence, end: list.end };
  if (kind === "boolean") return markedDefault(items, kind, claim);
  const known = distinct(values);
  return [{ ...claim, keyword: "enum", value: known }, ...markedDefault(items, kind, claim)];
}

/** task_xxx and pool1... show the form of a value. */
function isPlaceholder({ text }: ListItem): boolean {
  return /xxx|\.\.\.$/i.test(text);
}

function markedDefault(
  items: readonly ListItem[],
  kind: PropertyKind,
  claim: Omit<NewClaim, "keyword" | "value">,
): readonly NewClaim[] {
  const marked = items.filter((item) => item.isDefault);
  const item = marked[0];
  const value = item === undefined || marked.length > 1 ? undefined : typedLiteral(item, kind);
  return item === undefined || value === undefined ? [] : [{ ...claim, keyword: "default", value, start: item.start }];
}

/** `Chinese, Chinese,Yue, English`: a list names a value once, so where one repeats, a comma without a space is part of the value. */
function joinSplitValues(items: readonly ListItem[]): readonly ListItem[] {
  if (new Set(items.map((item) => item.text)).size === items.length) return items;
  const joined: ListItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    const repeats = last !== undefined && joined.slice(0, -1).some((earlier) => earlier.text === last.text);
    if (last !== undefined && repeats && item.start === last.end + 1)
      joined[joined.length - 1] = { ...last, text: `${last.text},${item.text}`, end: item.end };
    else joined.push(item);
  }
  return joined;
}

function distinct(values: readonly (Json | undefined)[]): readonly Json[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
