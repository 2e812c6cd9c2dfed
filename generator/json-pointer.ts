import { decodePercent } from "./decode-percent.ts";

/** A JSON pointer one step further, with a leading `#` as OpenAPI writes them. */
export function under(pointer: string, ...keys: readonly string[]): string {
  return keys.reduce((path, key) => `${path}/${escapeKey(key)}`, pointer);
}

/** The keys of a local pointer (`#/a/b~1c` → `a`, `b/c`). */
export function pointerKeys(pointer: string): readonly string[] {
  return pointer
    .replace(/^#?\/?/, "")
    .split("/")
    .map((key) => unescapeKey(decodePercent(key)));
}

/** A key as a JSON pointer writes it; see https://www.rfc-editor.org/rfc/rfc6901#section-3. */
export function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The key that a token of a JSON pointer stands for. */
export function unescapeKey(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
