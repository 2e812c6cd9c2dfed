const prefix = "#/components/schemas/";

/** The component name that a local `$ref` points at, or undefined when it points elsewhere. */
export function schemaRefName(ref: string): string | undefined {
  if (!ref.startsWith(prefix)) return undefined;
  return ref.slice(prefix.length).replaceAll("~1", "/").replaceAll("~0", "~");
}
