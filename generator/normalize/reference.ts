import { isObject, type Json, type JsonObject } from "../json.ts";

/** What a `$ref` leads to in its own document. */
export interface ReferenceTarget {
  /** The keys from the root, as the document spells them. */
  readonly keys: readonly string[];
  readonly value: Json;
}

/** Whether a reference points into another document, which Docket never opens. */
export function isExternal(reference: string): boolean {
  return !reference.startsWith("#");
}

/** Follows a local reference: plain, percent-encoded, or with the `/` and `~` escapes of JSON Pointer in any mix. */
export function findReference(document: JsonObject, reference: string): ReferenceTarget | undefined {
  const raw = reference.slice(1);
  return followPointer(document, raw) ?? followPointer(document, decodePercent(raw));
}

/** The local reference to a component schema. */
export function schemaReference(name: string): string {
  return `#/components/schemas/${name}`;
}

/** The name of the component schema that a reference of the form of {@link schemaReference} points to. */
export function schemaName(reference: string): string | undefined {
  const prefix = schemaReference("");
  return reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
}

function followPointer(document: JsonObject, pointer: string): ReferenceTarget | undefined {
  if (!pointer.startsWith("/")) return undefined;
  const keys = pointer.slice(1).split("/").map(unescapeKey);
  let value: Json = document;
  for (const key of keys) {
    const next = childAt(value, key);
    if (next === undefined) return undefined;
    value = next;
  }
  return { keys, value };
}

function childAt(value: Json, key: string): Json | undefined {
  if (!isObject(value)) return Array.isArray(value) ? value[Number(key)] : undefined;
  return Object.hasOwn(value, key) ? value[key] : undefined;
}

function unescapeKey(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
