/** A JSON pointer one step further, with a leading `#` as OpenAPI writes them. */
export function under(pointer: string, ...keys: readonly string[]): string {
  return keys.reduce((path, key) => `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, pointer);
}

/** The keys of a local pointer (`#/a/b~1c` → `a`, `b/c`). */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .map((key) => decode(key).replaceAll("~1", "/").replaceAll("~0", "~"));
}

function decode(key: string): string {
  if (!key.includes("%")) return key;
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}
