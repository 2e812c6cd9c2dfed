import type { Schema } from "../document.ts";
import { isObject, type Json } from "../json.ts";
import type { TypeStructure } from "./module-structure.ts";
import { nullType, unionOf } from "./type-algebra.ts";

/** The type of known values: exactly these, or (when they were mined from prose) any other of their kind too. */
export function enumType(schema: Schema, values: readonly Json[]): TypeStructure {
  const literals = values.map(valueType);
  const nullable = [schema.type].flat().includes("null") ? [nullType] : [];
  const open = schema["x-docket-origin"]?.enum === "prose" ? openKinds(schema, values) : [];
  return unionOf([...literals, ...open, ...nullable]);
}

/** The type of one value alone. */
export function valueType(value: Json): TypeStructure {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return { kind: "literal", value };
  if (value === null) return nullType;
  if (Array.isArray(value)) return { kind: "tuple", elements: value.map(valueType), access: "readonly" };
  const entries = isObject(value) ? Object.entries(value) : [];
  const members = entries.map(([name, item]) => ({ name, optional: false, doc: [], type: valueType(item ?? null) }));
  return { kind: "object", members };
}

function openKinds(schema: Schema, values: readonly Json[]): readonly TypeStructure[] {
  const kinds = new Set<string>([schema.type ?? values.map((value) => typeof value)].flat());
  const numeric = kinds.has("integer") || kinds.has("number");
  return [
    ...(kinds.has("string") ? [{ kind: "keyword", name: "string" } as const] : []),
    ...(numeric ? [{ kind: "keyword", name: "number" } as const] : []),
    ...(kinds.has("boolean") ? [{ kind: "keyword", name: "boolean" } as const] : []),
  ];
}
