import type { Schema, TypeName } from "../../document.ts";
import type { Json } from "../../json.ts";

/** A schema as it is written somewhere. */
export interface Located {
  readonly schema: Schema;
  readonly pointer: string;
  /** The message it is in: `request body of POST /pets`. Empty inside a component schema, which is in many. */
  readonly label: string;
  /** The way to it, by the names people know: `image_size`, `tags[]`, `Pet.kind`. Absent for the whole message. */
  readonly path?: string;
}

/** What people call a schema: `Pet.kind`, `image_size in the request body of POST /pets`. */
export function nameOfSchema({ label, path }: Pick<Located, "label" | "path">): string {
  if (path === undefined) return label;
  return label === "" ? path : `${path} in the ${label}`;
}

/** A path one step further; `step` is a name, or a suffix such as `[]`. */
export function further(path: string | undefined, step: string): string {
  if (path === undefined) return step;
  return step.startsWith("[") ? `${path}${step}` : `${path}.${step}`;
}

/** Schemas that a value must satisfy at once. One, unless `allOf` parts speak of the same thing. Empty: anything goes. */
export type Site = readonly Located[];

/** What a keyword says, with where it says it. */
export interface Stated<Value> {
  readonly value: Value;
  readonly at: Located;
  readonly key: string;
  /** Mined from prose: likely, not certain. */
  readonly mined: boolean;
}

/** The members of a `oneOf` or `anyOf`, without a member that only allows null. */
export interface Group {
  readonly keyword: "oneOf" | "anyOf";
  readonly at: Located;
  readonly members: readonly Site[];
  /** Whether one of the members allowed null. */
  readonly nullable: boolean;
}

/** An `if` with its `then` and `else`. */
export interface Condition {
  readonly at: Located;
  readonly test: Site;
  readonly passed: Site | undefined;
  readonly failed: Site | undefined;
}

/**
 * Everything a site says, with references followed, `allOf` parts taken together and the spellings of null made one.
 * Two sites with equal shapes allow the same values, however they are written.
 */
export interface Shape {
  /** The schema to point at: the target of the reference, where there is one. */
  readonly at: Located;
  /** Names of the component schemas it is made of. */
  readonly components: readonly string[];
  /** Types besides null, `undefined` when any will do. */
  readonly types: Stated<ReadonlySet<TypeName>> | undefined;
  readonly nullable: boolean;
  /** Keywords of the keyword table; those that say nothing are left out. */
  readonly values: ReadonlyMap<string, Stated<Json>>;
  /** Allowed values besides null, of `enum` and `const` alike. */
  readonly enum: Stated<readonly Json[]> | undefined;
  readonly default: Stated<Json> | undefined;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  readonly deprecated: Stated<Json> | undefined;
  readonly properties: ReadonlyMap<string, Site>;
  readonly required: ReadonlyMap<string, Stated<true>>;
  /** Schemas under `items`, `additionalProperties`, `contains` and the like, by keyword. */
  readonly children: ReadonlyMap<string, Site>;
  /** Schemas under `patternProperties` and `dependentSchemas`, by keyword and key. */
  readonly maps: ReadonlyMap<string, ReadonlyMap<string, Site>>;
  readonly prefixItems: readonly Site[];
  readonly groups: readonly Group[];
  readonly nots: readonly Site[];
  readonly conditions: readonly Condition[];
  readonly discriminator: Stated<Json> | undefined;
  /** The members of its `allOf`s, by reference or content. */
  readonly parts: ReadonlyMap<string, Located>;
  /** Whether it allows no value at all (`false`). */
  readonly never: boolean;
}
