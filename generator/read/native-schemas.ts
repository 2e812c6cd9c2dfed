import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  scalarText,
  stringMember,
} from "../json.ts";
import { markLike } from "../place.ts";
import { schemaRef } from "../schema-ref.ts";

/** The shared schemas of a project. */
export interface NativeSchemas {
  /** Component name by the project's own id: `#/definitions/573755` → `Pet`. */
  readonly names: ReadonlyMap<string, string>;
  readonly components: JsonObject;
}

/** The schemas of a project's collection, named as people named them; of two with one name the second gets its id behind it. */
export function readNativeSchemas(collection: readonly Json[]): NativeSchemas {
  const names = new Map<string, string>();
  const found = new Map<string, JsonObject>();
  for (const entry of listLeaves(collection)) {
    const schema = objectMember(objectMember(entry, "schema"), "jsonSchema");
    const id = scalarText(member(entry, "id")) ?? "";
    if (schema === undefined) continue;
    const given = stringMember(entry, "name") || id;
    const name = found.has(given) ? `${given}-${id.split("/").at(-1) ?? ""}` : given;
    names.set(id, name);
    found.set(name, describe(schema, entry));
  }
  const schemas = { names, components: {} };
  return { names, components: renameReferences(fromEntries(found), schemas) };
}

/** Entries that are no folders. Folders nest without bound, so they are walked without recursion. */
export function listLeaves(collection: readonly Json[]): readonly JsonObject[] {
  const leaves: JsonObject[] = [];
  const pending = [...collection].reverse();
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (!isObject(entry)) continue;
    if (Array.isArray(entry.items) && !Object.hasOwn(entry, "jsonSchema"))
      pending.push(...arrayMember(entry, "items").toReversed());
    else leaves.push(entry);
  }
  return leaves;
}

function describe(schema: JsonObject, entry: JsonObject): JsonObject {
  const description = stringMember(entry, "description") ?? "";
  return description === "" || Object.hasOwn(schema, "description")
    ? schema
    : markLike({ ...schema, description }, schema);
}

/** A copy in which references by id are references to components. Recursion is bounded by the depth of the document. */
export function renameReferences(value: JsonObject, schemas: NativeSchemas): JsonObject {
  const entries = Object.entries(value).map(([key, child]) => [key, renameIn(key, child ?? null, schemas)] as const);
  return markLike({ ...fromEntries(entries) }, value);
}

function renameIn(key: string, value: Json, schemas: NativeSchemas): Json {
  if (key === "$ref" && typeof value === "string") return renameReference(value, schemas);
  if (Array.isArray(value))
    return markLike(
      value.map((item) => renameIn("", item, schemas)),
      value,
    );
  return isObject(value) ? renameReferences(value, schemas) : value;
}

function renameReference(reference: string, { names }: NativeSchemas): string {
  const name = names.get(reference);
  return name === undefined ? reference : schemaRef(name);
}
