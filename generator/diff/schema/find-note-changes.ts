import { isObject, type Json } from "../../json.ts";
import { canonical } from "../canonical.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { changeAt, type Pair } from "./change-at.ts";
import type { Context } from "./context.ts";
import type { Stated } from "./shape.ts";

/** What changed beside the allowed values: defaults, deprecation, the discriminator. */
export function findNoteChanges(pair: Pair, context: Context): readonly Change[] {
  return [...defaultChanges(pair, context), ...deprecationChanges(pair), ...discriminatorChanges(pair)];
}

function defaultChanges(pair: Pair, { defaults }: Context): readonly Change[] {
  const [base, head] = [pair.base.default, pair.head.default];
  const effect = effectOf(base, head);
  if (effect === undefined || defaults === "none") return [];
  const rule: RuleId = defaults === "server" ? "parameter-default-changed" : "default-changed";
  return [changeAt(rule, effect, pair, { base, head }, { before: base?.value, after: head?.value })];
}

function deprecationChanges(pair: Pair): readonly Change[] {
  const [from, to] = [pair.base.deprecated?.value === true, pair.head.deprecated?.value === true];
  if (from === to) return [];
  const sides = { base: pair.base.deprecated, head: pair.head.deprecated };
  return [changeAt("schema-deprecated", to ? "added" : "removed", pair, sides, { before: from, after: to })];
}

/** The property that tells variants apart, and the values it takes. What the values map to are names, not facts of the wire. */
function discriminatorChanges(pair: Pair): readonly Change[] {
  const [base, head] = [keysOnly(pair.base.discriminator), keysOnly(pair.head.discriminator)];
  const effect = effectOf(base, head);
  if (effect === undefined) return [];
  return [changeAt("discriminator-changed", effect, pair, { base, head }, { before: base?.value, after: head?.value })];
}

function keysOnly(discriminator: Stated<Json> | undefined): Stated<Json> | undefined {
  if (discriminator === undefined || !isObject(discriminator.value)) return undefined;
  const { propertyName = null, mapping } = discriminator.value;
  const values = isObject(mapping) ? Object.keys(mapping).sort() : [];
  return { ...discriminator, value: { propertyName, ...(values.length === 0 ? {} : { values }) } };
}

function effectOf(base: Stated<Json> | undefined, head: Stated<Json> | undefined): Effect | undefined {
  if (base === undefined) return head === undefined ? undefined : "added";
  if (head === undefined) return "removed";
  return canonical(base.value) === canonical(head.value) ? undefined : "changed";
}
