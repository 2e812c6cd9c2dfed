import type { Change } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { changeAt, type Pair } from "./change-at.ts";
import { type Comparer, type Comparison, type Edge, gather, nothingFound } from "./context.ts";
import { contentKey } from "./expand-site.ts";
import { isComparable } from "./is-comparable.ts";
import type { Family } from "./keyword-table.ts";
import { childKeywords, mapKeywords } from "./read-children.ts";
import type { Located, Shape, Site, Stated } from "./shape.ts";

type ChildKeyword = (typeof childKeywords)[number];
type MapKeyword = (typeof mapKeywords)[number];

const childRules: Readonly<Record<ChildKeyword | MapKeyword, readonly [rule: RuleId, family: Family]>> = {
  items: ["items-changed", "array"],
  additionalProperties: ["additional-properties-changed", "object"],
  unevaluatedProperties: ["unevaluated-properties-changed", "object"],
  unevaluatedItems: ["unevaluated-items-changed", "array"],
  contains: ["contains-changed", "array"],
  propertyNames: ["property-names-changed", "object"],
  contentSchema: ["content-schema-changed", "string"],
  patternProperties: ["pattern-properties-changed", "object"],
  dependentSchemas: ["dependent-schemas-changed", "object"],
};

/** What changed about the schemas inside, where one side has a schema and the other allows anything, or nothing. */
export function findChildChanges(pair: Pair, comparer: Comparer): Comparison {
  return gather([
    ...childKeywords.map((keyword) => {
      const [rule, family] = childRules[keyword];
      if (!isComparable(pair, family)) return nothingFound;
      return compareChild(pair, comparer, rule, pair.base.children.get(keyword), pair.head.children.get(keyword));
    }),
    ...mapKeywords.map((keyword) => compareMap(pair, comparer, keyword)),
    comparePrefixes(pair, comparer),
  ]);
}

function compareMap(pair: Pair, comparer: Comparer, keyword: MapKeyword): Comparison {
  const [rule, family] = childRules[keyword];
  if (!isComparable(pair, family)) return nothingFound;
  const [base, head] = [pair.base.maps.get(keyword), pair.head.maps.get(keyword)];
  const keys = new Set([...(base?.keys() ?? []), ...(head?.keys() ?? [])]);
  return gather([...keys].map((key) => compareChild(pair, comparer, rule, base?.get(key), head?.get(key))));
}

function compareChild(
  pair: Pair,
  comparer: Comparer,
  rule: RuleId,
  base: Site | undefined,
  head: Site | undefined,
): Comparison {
  if (isAnything(base) && isAnything(head)) return nothingFound;
  const [noBase, noHead] = [isNever(base, comparer.base), isNever(head, comparer.head)];
  if (noBase && noHead) return nothingFound;
  if (isAnything(base) || noHead) return { changes: [childChange(rule, "narrower", pair, base, head)], edges: [] };
  if (isAnything(head) || noBase) return { changes: [childChange(rule, "wider", pair, base, head)], edges: [] };
  return { changes: [], edges: edgeOf(base, head, comparer) };
}

function edgeOf(base: Site | undefined, head: Site | undefined, { context }: Comparer): readonly Edge[] {
  return base === undefined || head === undefined ? [] : [{ base, head, context: { ...context, lists: "plain" } }];
}

/** Whether a site says nothing that a value could fail. */
export function isAnything(site: Site | undefined): boolean {
  return site === undefined || site.every(({ schema }) => contentKey(schema) === contentKey({}));
}

function isNever(site: Site | undefined, reader: Comparer["base"]): boolean {
  return site !== undefined && reader.read(site).never;
}

function childChange(
  rule: RuleId,
  effect: "narrower" | "wider",
  pair: Pair,
  base: Site | undefined,
  head: Site | undefined,
): Change {
  const sides = { base: statedChild(base), head: statedChild(head) };
  return changeAt(rule, effect, pair, sides, { before: nameOf(base), after: nameOf(head) });
}

function statedChild(site: Site | undefined): Stated<unknown> | undefined {
  const at = site?.[0];
  if (at === undefined) return undefined;
  const cut = at.pointer.lastIndexOf("/");
  return {
    value: at.schema,
    at: { ...at, pointer: at.pointer.slice(0, cut) },
    key: at.pointer.slice(cut + 1),
    mined: false,
  };
}

/** A schema in a word, for before and after. */
export function nameOf(site: Site | undefined): string | undefined {
  if (site === undefined || isAnything(site)) return "anything";
  return site.map(wordFor).join(" & ");
}

function wordFor({ schema }: Located): string {
  if (schema.$ref !== undefined) return schema.$ref.replace("#/components/schemas/", "");
  if (schema.not !== undefined && Object.keys(schema).length === 1) return "nothing";
  if (schema.title !== undefined) return schema.title;
  return schema.type === undefined ? "a schema" : [schema.type].flat().join(" | ");
}

/**
 * A tuple reads as a list of that many places: one place more allows more. (Strictly, JSON Schema lets any value stand in
 * a place that is not described; documents that use `prefixItems` describe all there is.)
 */
function comparePrefixes(pair: Pair, { context }: Comparer): Comparison {
  const [base, head] = [pair.base.prefixItems, pair.head.prefixItems];
  if (!isComparable(pair, "array")) return nothingFound;
  const edges = base.flatMap((site, index) => {
    const other = head[index];
    return other === undefined ? [] : [{ base: site, head: other, context: { ...context, lists: "plain" as const } }];
  });
  if (base.length === head.length) return { changes: [], edges };
  const sides = { base: statedPrefix(pair.base), head: statedPrefix(pair.head) };
  const effect = head.length > base.length ? "wider" : "narrower";
  return {
    edges,
    changes: [changeAt("prefix-items-changed", effect, pair, sides, { before: base.length, after: head.length })],
  };
}

function statedPrefix(shape: Shape): Stated<unknown> | undefined {
  const at = shape.prefixItems[0]?.[0];
  return at === undefined ? undefined : { value: true, at: shape.at, key: "prefixItems", mined: false };
}
