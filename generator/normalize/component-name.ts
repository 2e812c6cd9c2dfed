import { safeName, shortHash } from "./safe-name.ts";

/** Keys of a pointer that say nothing about what a schema is. */
const structural = new Set([
  "components",
  "schemas",
  "definitions",
  "$defs",
  "paths",
  "properties",
  "schema",
  "content",
  "application/json",
]);

/**
 * A name for the component at these keys of its document: its own where it has one (`#/components/schemas/Image`), else what
 * its pointer says (`Image_size`). Clear of `taken` by a hash of the keys, so that no other name moves when one is added.
 */
export function nameOfComponent(keys: readonly string[], taken: ReadonlySet<string>): string {
  const [root, section, own, ...rest] = keys;
  const isDeclared = rest.length === 0 && own !== undefined && root === "components" && section === "schemas";
  const telling = isDeclared ? own : keys.filter((key) => !structural.has(key)).join("_");
  const name = safeName(telling, "Schema");
  return taken.has(name) ? `${name}_${shortHash(JSON.stringify(keys))}` : name;
}
