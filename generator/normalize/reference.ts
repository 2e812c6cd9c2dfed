import { decodePercent } from "../decode-percent.ts";
import { isObject, type Json, type JsonObject, stringMember } from "../json.ts";
import { unescapeKey } from "../json-pointer.ts";

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
  let keys: readonly string[] = [];
  let value: Json = document;
  for (const key of pointer.slice(1).split("/").map(unescapeKey)) {
    const next: FoundChild | undefined = childAt(value, key) ?? childBehindReference(document, value, key);
    if (next === undefined) return undefined;
    keys = next.keys === undefined ? [...keys, next.key] : [...next.keys, next.key];
    value = next.value;
  }
  return { keys, value };
}

/** A child by the key that the document has for it; `keys` where its parent stands, when that is somewhere else. */
interface FoundChild {
  readonly key: string;
  readonly value: Json;
  readonly keys?: readonly string[];
}

/** Keywords that upgrading renamed, while pointers through them stay as they were written. */
const renamed: ReadonlyMap<string, string> = new Map([
  ["definitions", "$defs"],
  ["items", "prefixItems"],
]);

function childAt(parent: Json, written: string): FoundChild | undefined {
  for (const key of [written, renamed.get(written) ?? written]) {
    const value = memberAt(parent, key);
    if (value !== undefined) return { key, value };
  }
  return undefined;
}

function memberAt(parent: Json, key: string): Json | undefined {
  if (!isObject(parent)) return Array.isArray(parent) ? parent[Number(key)] : undefined;
  return Object.hasOwn(parent, key) ? parent[key] : undefined;
}

/** Bundlers write pointers that go on where a `$ref` on their way leads. */
function childBehindReference(document: JsonObject, parent: Json, key: string): FoundChild | undefined {
  const passed = new Set<Json>();
  for (let at = parent; isObject(at) && !passed.has(at); ) {
    passed.add(at);
    const reference = stringMember(at, "$ref");
    const target = reference === undefined ? undefined : findDirectly(document, reference);
    if (target === undefined) return undefined;
    const child = childAt(target.value, key);
    if (child !== undefined) return { ...child, keys: target.keys };
    at = target.value;
  }
  return undefined;
}

/** A target that no further reference stands before: enough behind a pointer, and no way to go round in a ring. */
function findDirectly(document: JsonObject, reference: string): ReferenceTarget | undefined {
  if (isExternal(reference)) return undefined;
  const keys = decodePercent(reference.slice(1)).split("/").slice(1).map(unescapeKey);
  let value: Json = document;
  for (const key of keys) {
    const next = childAt(value, key);
    if (next === undefined) return undefined;
    value = next.value;
  }
  return { keys, value };
}
