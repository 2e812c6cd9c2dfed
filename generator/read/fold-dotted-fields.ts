import { fromEntries, isObject, type Json, type JsonObject } from "../json.ts";
import { markLike } from "../place.ts";
import type { FlatField } from "./flat-field.ts";

/**
 * Fields in which `data.taskId` and `images[].url` stand inside of `data` and `images`. A name that the example holds as
 * it is, dot and all, stays.
 */
export function foldDottedFields(fields: readonly FlatField[], example: Json | undefined): readonly FlatField[] {
  const roots = new Map<string, { field: FlatField | undefined; isList: boolean; inner: FlatField[] }>();
  for (const field of fields) {
    const { head, rest } = splitName(field.name, example);
    const root = roots.get(head) ?? { field: undefined, isList: false, inner: [] };
    roots.set(head, root);
    if (rest === undefined) root.field ??= field;
    else root.inner.push({ ...field, name: rest });
    if (field.name.startsWith(`${head}[]`)) root.isList = true;
  }
  // Nothing is dotted: the list stays as it is, repeated names and all.
  if ([...roots.values()].every((root) => root.inner.length === 0)) return fields;
  return [...roots].map(([name, root]) => fold(name, root.field, root.isList, root.inner));
}

/** Longer names are no paths, and would nest as deep as they have dots. */
const maxDottedLength = 64;

function splitName(name: string, example: Json | undefined): { readonly head: string; readonly rest?: string } {
  const dot = name.indexOf(".");
  if (
    dot <= 0 ||
    name.length > maxDottedLength ||
    dot === name.length - 1 ||
    (isObject(example) && Object.hasOwn(example, name))
  )
    return { head: name };
  return { head: name.slice(0, dot).replace(/\[\]$/, ""), rest: name.slice(dot + 1) };
}

function fold(name: string, field: FlatField | undefined, isList: boolean, inner: readonly FlatField[]): FlatField {
  if (inner.length === 0 && field !== undefined) return field;
  const children = foldDottedFields(inner, undefined);
  const required = children.filter((child) => child.required).map((child) => child.name);
  const properties = fromEntries(children.map((child) => [child.name, child.schema] as const));
  const object: JsonObject = { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
  const given = field?.schema ?? {};
  const schema =
    isList || given.type === "array" ? { ...given, type: "array", items: object } : { ...given, ...object };
  return { name, schema: markLike(schema, given), required: field?.required ?? false };
}
