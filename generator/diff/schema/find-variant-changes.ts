import type { Schema, TypeName } from "../../document.ts";
import type { Change } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import { type Comparer, type Comparison, gather, nothingFound } from "./context.ts";
import { contentKey } from "./expand-site.ts";
import { nameOf } from "./find-child-changes.ts";
import { findNullChanges } from "./find-type-changes.ts";
import { matchVariants } from "./match-variants.ts";
import { type Alike, pairLikest } from "./pair-likest.ts";
import type { Group, Located, Shape, Site, Stated } from "./shape.ts";

/** The two sites of a pair. */
export interface Sites {
  readonly base: Site;
  readonly head: Site;
}

/** What changed between the `oneOf` and `anyOf` of two shapes that both have one, or that both say more than their variants. */
export function findVariantChanges(pair: Pair, comparer: Comparer): Comparison {
  return gather(
    pairLikest(pair.base.groups, pair.head.groups, alikeGroups()).map(([base, head]) =>
      compareGroups(pair, comparer, base, head),
    ),
  );
}

/** Groups are as alike as the share of their members that both have. */
function alikeGroups(): Alike<Group> {
  const known = new Map<Group, readonly string[]>();
  const keysOf = (group: Group): readonly string[] => {
    const keys = known.get(group) ?? memberKeys(group);
    known.set(group, keys);
    return keys;
  };
  return {
    key: (group) => keysOf(group).join(),
    likeness: (base, head) => {
      const [from, to] = [new Set(keysOf(base)), new Set(keysOf(head))];
      const shared = [...from].filter((key) => to.has(key)).length;
      return shared / (from.size + to.size - shared);
    },
  };
}

function memberKeys({ members }: Group): readonly string[] {
  return members.flatMap((site) => site.map(({ schema }) => contentKey(schema))).sort();
}

/**
 * `X` against `oneOf: [X, Y]`: a schema that became one of several variants, or the other way round. Undefined when that is
 * not what happened.
 */
export function compareWrapped(pair: Pair, sites: Sites, comparer: Comparer): Comparison | undefined {
  const [from, to] = [pair.base.groups, pair.head.groups];
  if (from.length === 0 && to.length === 1 && to[0] !== undefined && isBare(pair.head)) {
    const variants = matchAll(alternatives(pair.base, sites.base), variantsOf(to[0]), pair, comparer, { head: to[0] });
    return gather([{ changes: findNullChanges(pair), edges: [] }, variants]);
  }
  if (from.length === 1 && to.length === 0 && from[0] !== undefined && isBare(pair.base)) {
    const variants = matchAll(variantsOf(from[0]), alternatives(pair.head, sites.head), pair, comparer, {
      base: from[0],
    });
    return gather([{ changes: findNullChanges(pair), edges: [] }, variants]);
  }
  return undefined;
}

/** Whether a shape with variants leaves what its values look like to them. */
function isBare(shape: Shape): boolean {
  return (
    shape.properties.size === 0 &&
    shape.enum === undefined &&
    shape.children.size === 0 &&
    shape.prefixItems.length === 0
  );
}

const notNull: Schema = { type: ["boolean", "integer", "number", "string", "array", "object"] };

const typeSchemas = new Map<TypeName, Schema>();

/** The kinds of values a plain schema allows, one for each type, null apart. */
function alternatives(shape: Shape, site: Site): readonly Site[] {
  const names = shape.types === undefined ? [] : [...shape.types.value];
  if (names.length < 2) return [conjoined(site, ghost(notNull))];
  return names.map((name) => conjoined(site, ghost(schemaOf(name))));
}

function schemaOf(name: TypeName): Schema {
  const schema = typeSchemas.get(name) ?? { type: name };
  typeSchemas.set(name, schema);
  return schema;
}

/** A site that must satisfy more; what it must satisfy already is not repeated, so that cycles of variants end. */
function conjoined(site: Site, ...more: readonly Located[]): Site {
  return [...site, ...more.filter(({ schema }) => !site.some((one) => one.schema === schema))];
}

/** A schema that no document wrote. */
function ghost(schema: Schema): Located {
  return { schema, pointer: "#", label: "" };
}

const siblings = new WeakMap<Schema, Schema>();

/** The variants of a group with what the schema around them says of all of them. */
function variantsOf(group: Group): readonly Site[] {
  const around = { ...group.at, schema: withoutGroup(group) };
  return group.members.map((site) => conjoined(site, around, ghost(notNull)));
}

function withoutGroup({ at, keyword }: Group): Schema {
  const known = siblings.get(at.schema);
  if (known !== undefined) return known;
  const { [keyword]: _variants, allOf: _parts, $ref: _reference, ...rest } = at.schema;
  siblings.set(at.schema, rest);
  return rest;
}

function compareGroups(pair: Pair, comparer: Comparer, base: Group | undefined, head: Group | undefined): Comparison {
  if (base !== undefined && head !== undefined)
    return matchAll(base.members, head.members, pair, comparer, { base, head });
  const sides = { base: statedGroup(base), head: statedGroup(head) };
  if (base === undefined && head === undefined) return nothingFound;
  const values = { before: base?.members.length ?? null, after: head?.members.length ?? null };
  return {
    edges: [],
    changes: [changeAt("variants-changed", base === undefined ? "narrower" : "wider", pair, sides, values)],
  };
}

function matchAll(
  base: readonly Site[],
  head: readonly Site[],
  pair: Pair,
  comparer: Comparer,
  groups: { readonly base?: Group; readonly head?: Group },
): Comparison {
  const { pairs, gone, come } = matchVariants(base, head, comparer);
  const lost = gone.filter((site) => !head.some((other) => holds(comparer, site, other)));
  const won = come.filter((site) => !base.some((other) => isHeld(comparer, other, site)));
  const sides = { base: statedGroup(groups.base), head: statedGroup(groups.head) };
  const changes: Change[] = [
    ...lost.map((site) => changeAt("variant-removed", "narrower", pair, sides, { before: nameOf(site) })),
    ...won.map((site) => changeAt("variant-added", "wider", pair, sides, { after: nameOf(site) })),
  ];
  const context = { ...comparer.context, lists: "plain" as const };
  return { changes, edges: pairs.map(([from, to]) => ({ base: from, head: to, context })) };
}

/** Whether the head's variant takes all values of the base's: then nothing was lost with it. */
function holds(comparer: Comparer, base: Site, head: Site): boolean {
  const relation = comparer.relate(base, head);
  return relation === "equal" || relation === "wider";
}

/** Whether the base's variant took all values of the head's: then nothing was won by it. */
function isHeld(comparer: Comparer, base: Site, head: Site): boolean {
  const relation = comparer.relate(base, head);
  return relation === "equal" || relation === "narrower";
}

function statedGroup(group: Group | undefined): Stated<unknown> | undefined {
  return group === undefined ? undefined : { value: true, at: group.at, key: group.keyword, mined: false };
}
