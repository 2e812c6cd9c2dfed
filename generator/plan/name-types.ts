import { createHash } from "node:crypto";

const longest = 80;

/** Names that TypeScript, JavaScript or the generated modules already use for something else. */
const taken: ReadonlySet<string> = new Set([
  ...["Array", "ArrayBuffer", "BigInt", "Blob", "Boolean", "Buffer", "Date", "Error", "Event", "File", "FormData"],
  ...["Function", "Headers", "Infinity", "Iterator", "Map", "NaN", "Number", "Object", "Promise", "Proxy", "Reflect"],
  ...["RegExp", "Request", "Response", "Set", "String", "Symbol", "URL", "WeakMap", "WeakSet", "Node", "Element"],
  ...["Record", "Partial", "Required", "Readonly", "Pick", "Omit", "Exclude", "Extract", "NonNullable", "Awaited"],
  ...["Parameters", "ReturnType", "InstanceType", "Uppercase", "Lowercase", "Capitalize", "Uncapitalize"],
  ...["EndpointMap", "EndpointId", "EndpointIdsByGateway", "InputOf", "OutputOf", "GatewayMap", "Schema", "Fits", "Id"],
]);

/**
 * For each text (an endpoint id, a component name) a PascalCase type name: ASCII, unique without regard to case, none of
 * a global type, none in `used`. `fal-ai/flux-1/dev` becomes `FalAiFlux1Dev`; a name without ASCII letters `Schema3f2a1c9d`.
 */
export function nameTypes(texts: readonly string[], used: ReadonlySet<string>): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const key = pascalCase(text).toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    texts.map((text) => {
      const name = pascalCase(text);
      if (name === "" || counts.get(name.toLowerCase()) !== 1 || text.length > 4 * longest)
        return [text, hashed(name, text)];
      return [text, taken.has(name) || used.has(name) ? `${name}Schema` : name];
    }),
  );
}

function pascalCase(text: string): string {
  const words = text.slice(0, 4 * longest).match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return (/^[0-9]/.test(name) ? `N${name}` : name).slice(0, longest);
}

function hashed(name: string, text: string): string {
  return `${name === "" ? "Schema" : name}${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
