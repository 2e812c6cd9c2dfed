import type { Schema, TypeName } from "../../document.ts";
import { type Conjunct, combinators, isNullOnly, membersOf, type Resolve, wrappedIn } from "./expand-site.ts";
import type { Located, Shape, Stated } from "./shape.ts";
import { isMined } from "./stated.ts";

const typeNames: ReadonlySet<unknown> = new Set(["null", "boolean", "integer", "number", "string", "array", "object"]);

/** The types that all conjuncts allow, and whether null passes them all. */
export function readTypes(conjuncts: readonly Conjunct[], resolve: Resolve): Pick<Shape, "types" | "nullable"> {
  let types: Stated<ReadonlySet<TypeName>> | undefined;
  let nullable = true;
  for (const at of conjuncts) {
    const names = typesOf(at.schema);
    nullable &&= at.orNull || passesNull(at, resolve);
    if (names === undefined) continue;
    const value = new Set(names.filter((name) => name !== "null"));
    if (types === undefined) types = { value, at, key: "type", mined: isMined(at, "type") };
    else types = { ...types, value: common(types.value, value) };
  }
  return { types, nullable };
}

/** The types a schema states itself, or undefined when it states none. */
export function typesOf(schema: Schema): readonly TypeName[] | undefined {
  const stated = schema.type === undefined ? [] : [schema.type].flat();
  const names = stated.filter((name): name is TypeName => typeNames.has(name));
  return names.length === 0 ? undefined : names;
}

function common(one: ReadonlySet<TypeName>, other: ReadonlySet<TypeName>): ReadonlySet<TypeName> {
  const both = [...one].filter((name) => other.has(name) || (name === "integer" && other.has("number")));
  if (one.has("number") && other.has("integer") && !other.has("number") && !both.includes("integer"))
    both.push("integer");
  return new Set(both);
}

function passesNull(at: Located, resolve: Resolve): boolean {
  const { schema } = at;
  if (typesOf(schema)?.includes("null") === false && schema.nullable !== true) return false;
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) return false;
  if (schema.const !== undefined && schema.const !== null) return false;
  return combinators.every((keyword) => {
    const members = membersOf(at, keyword);
    // A wrapped member is a conjunct, and speaks for itself.
    if (members.length === 0 || wrappedIn(at, keyword) !== undefined) return true;
    return members.some((one) => memberPassesNull(one.schema, resolve));
  });
}

/** Only a member that says so: a member without a type is an object or a reference more often than anything at all. */
function memberPassesNull(schema: Schema, resolve: Resolve): boolean {
  let target = schema;
  for (let steps = 0; typeof target.$ref === "string" && steps < 8; steps += 1)
    target = resolve(target.$ref)?.schema ?? {};
  if (isNullOnly(target) || target.nullable === true) return true;
  return Object.keys(target).length === 0 || typesOf(target)?.includes("null") === true;
}
