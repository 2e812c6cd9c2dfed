import type { Schema } from "../../document.ts";
import { isObject } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import { canonical } from "../canonical.ts";
import type { Located, Site } from "./shape.ts";

/** A schema of a conjunction; with `orNull`, null passes whatever it says. */
export interface Conjunct extends Located {
  readonly orNull: boolean;
}

/** Finds the schema that a local reference points at. */
export type Resolve = (reference: string) => Located | undefined;

/** A site with its references, `allOf`s and null wrappers opened. */
export interface Expansion {
  readonly conjuncts: readonly Conjunct[];
  /** Component names in the order they were met. */
  readonly components: readonly string[];
  readonly parts: ReadonlyMap<string, Located>;
}

/** Opens a site: follows references, takes `allOf` parts apart, unwraps `oneOf: [null, X]`. Cycles end at the first repeat. */
export function expandSite(site: Site, resolve: Resolve): Expansion {
  const conjuncts: Conjunct[] = [];
  const components = new Set<string>();
  const parts = new Map<string, Located>();
  const seen = new Set<Schema>();
  const waiting: Conjunct[] = site.map((one) => ({ ...one, orNull: false })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next.schema)) continue;
    seen.add(next.schema);
    conjuncts.push(next);
    const found = openReference(next, resolve);
    if (found !== undefined) components.add(found.pointer.replace("#/components/schemas/", ""));
    const inner = [found, ...openAllOf(next, parts), ...openWraps(next)].filter((one) => one !== undefined);
    waiting.push(...inner.reverse());
  }
  return { conjuncts, components: [...components], parts };
}

function openReference(at: Conjunct, resolve: Resolve): Conjunct | undefined {
  const target = typeof at.schema.$ref === "string" ? resolve(at.schema.$ref) : undefined;
  return target === undefined ? undefined : { ...target, orNull: at.orNull };
}

function openAllOf(at: Conjunct, parts: Map<string, Located>): readonly Conjunct[] {
  return membersOf(at, "allOf").map((part) => {
    parts.set(contentKey(part.schema), part);
    return { ...part, orNull: at.orNull };
  });
}

/** `oneOf: [X]` says X, and `oneOf: [{ type: "null" }, X]` says X or null: X becomes a conjunct, in the latter case one that lets null pass. */
function openWraps(at: Conjunct): readonly Conjunct[] {
  return combinators.flatMap((keyword) => {
    const wrapped = wrappedIn(at, keyword);
    return wrapped === undefined ? [] : [{ ...wrapped.only, orNull: at.orNull || wrapped.nullable }];
  });
}

/** The keywords that list variants. */
export const combinators = ["oneOf", "anyOf"] as const;

/** The one member of a `oneOf` or `anyOf` besides null, and whether there is null; undefined when there are several, or none. */
export function wrappedIn(
  at: Located,
  keyword: (typeof combinators)[number],
): { readonly only: Located; readonly nullable: boolean } | undefined {
  const members = membersOf(at, keyword);
  const [only, ...more] = members.filter((member) => !isNullOnly(member.schema));
  return only === undefined || more.length > 0 ? undefined : { only, nullable: members.length > 1 };
}

/** The members of a combinator, located. */
export function membersOf(at: Located, keyword: "allOf" | "oneOf" | "anyOf"): readonly Located[] {
  const list = at.schema[keyword];
  if (!Array.isArray(list)) return [];
  return list.map((schema, index) => ({
    schema: asSchema(schema),
    pointer: under(at.pointer, keyword, String(index)),
    label: at.label,
    ...(at.path === undefined ? {} : { path: at.path }),
  }));
}

const anything: Schema = {};
const nothing: Schema = { not: {} };

/** A schema as an object; `true` allows anything, `false` nothing. */
export function asSchema(value: unknown): Schema {
  if (value === false) return nothing;
  return isObject(value) ? value : anything;
}

/** Whether a schema allows nothing but null. */
export function isNullOnly(schema: Schema): boolean {
  if (schema.const === null) return true;
  if (Array.isArray(schema.enum)) return schema.enum.length === 1 && schema.enum[0] === null;
  return (
    schema.type === "null" || (Array.isArray(schema.type) && schema.type.length === 1 && schema.type[0] === "null")
  );
}

const annotations: ReadonlySet<string> = new Set([
  "description",
  "title",
  "example",
  "examples",
  "externalDocs",
  "x-docket-origin",
]);

/** What tells a schema from its neighbours: its reference, or its content without annotations. */
export function contentKey(schema: Schema): string {
  if (typeof schema.$ref === "string") return schema.$ref;
  return canonical(contentOf(schema, ""));
}

/** Extensions are notes, but for the one that lists values. */
function isNote(key: string): boolean {
  return key.startsWith("x-") && key !== "x-extensible-enum";
}

const unordered: ReadonlySet<string> = new Set(["type", "enum", "required", "oneOf", "anyOf", "allOf"]);

/** A schema's content: without annotations, with lists whose order says nothing in one order. */
function contentOf(value: unknown, keyword: string): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((one) => contentOf(one, ""));
    return unordered.has(keyword) ? inner.map(canonical).sort() : inner;
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !annotations.has(key) && !isNote(key))
      .map(([key, member]) => [key, contentOf(member, key)]),
  );
}
