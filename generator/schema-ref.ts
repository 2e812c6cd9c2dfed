import { escapeKey, unescapeKey } from "./json-pointer.ts";

const prefix = "#/components/schemas/";

/** The component name that a local `$ref` points at, or undefined when it points elsewhere. */
export function schemaRefName(ref: string): string | undefined {
  if (!ref.startsWith(prefix)) return undefined;
  return unescapeKey(ref.slice(prefix.length));
}

/** The `$ref` that points at a component schema. */
export function schemaRef(name: string): string {
  return `${prefix}${escapeKey(name)}`;
}
