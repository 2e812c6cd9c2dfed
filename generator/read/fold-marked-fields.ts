import { isObject, type Json, type JsonObject, member } from "../json.ts";
import type { FlatField } from "./flat-field.ts";

/**
 * Fields, in which those that a mark shows to be inside of the one above them have become part of its schema, which
 * `nest` makes of the two and the example of the field.
 */
export function foldMarkedFields(
  fields: readonly FlatField[],
  example: Json | undefined,
  nest: (field: FlatField, inner: readonly FlatField[], example: Json | undefined) => JsonObject,
): readonly FlatField[] {
  if (!fields.some(({ depth = 0 }) => depth > 0)) return fields;
  const folded: FlatField[] = [];
  for (let index = 0; index < fields.length; ) {
    const field = fields[index];
    if (field === undefined) break;
    const end = findEnd(fields, index);
    const inner = fields.slice(index + 1, end).map((child) => ({ ...child, depth: (child.depth ?? 0) - 1 }));
    const { count: _, ...plain } = { ...field, depth: 0 };
    const schema = inner.length === 0 ? field.schema : nest(plain, inner, exampleOf(field, example));
    folded.push({ ...plain, schema, isWhole: true });
    index = end;
  }
  return folded;
}

/** Children are marked deeper than the fields around them; a mark on the very first field is its parent's, which is not shown. */
function findEnd(fields: readonly FlatField[], start: number): number {
  const least = Math.max(fields[start]?.depth ?? 0, 0);
  let end = start + 1;
  while ((fields[end]?.depth ?? 0) > least) end += 1;
  return end;
}

function exampleOf(field: FlatField, example: Json | undefined): Json | undefined {
  const value = member(example, field.name);
  const first = Array.isArray(value) ? value[0] : value;
  return isObject(first) ? first : undefined;
}
