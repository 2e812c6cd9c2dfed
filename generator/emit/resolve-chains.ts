import type { Schema } from "../document.ts";
import { schemaRef, schemaRefName } from "../schema-ref.ts";
import { guardPercent } from "./percent-guard.ts";

/** Where a reference ends, as a reference; undefined where it ends nowhere. */
export type ChainEnd = (ref: string) => string | undefined;

/**
 * Follows references to components that are nothing but references: openapi-typescript takes time that grows with the
 * square of a chain's length.
 */
export function resolveChains(schemas: { readonly [name: string]: Schema }): ChainEnd {
  const ends = new Map<string, string | undefined>();
  return (ref) => {
    const passed: string[] = [];
    const name = schemaRefName(ref);
    const end = name === undefined ? undefined : followChain(name, schemas, ends, passed);
    for (const step of passed) ends.set(step, end);
    return end;
  };
}

function followChain(
  start: string,
  schemas: { readonly [name: string]: Schema },
  ends: ReadonlyMap<string, string | undefined>,
  passed: string[],
): string | undefined {
  const seen = new Set<string>();
  for (let name = start; !seen.has(name); ) {
    if (ends.has(name)) return ends.get(name);
    if (!Object.hasOwn(schemas, name)) return undefined;
    seen.add(name);
    passed.push(name);
    const next = schemas[name]?.$ref;
    if (next === undefined) return toRef(name);
    name = schemaRefName(next) ?? "";
  }
  return undefined;
}

function toRef(name: string): string {
  return schemaRef(guardPercent(name));
}
