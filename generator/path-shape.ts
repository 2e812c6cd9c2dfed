/** A path without the names of its parameters: what two templates of the same path share. */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}
