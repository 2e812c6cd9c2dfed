import { createHash } from "node:crypto";

/** Longer names would break every line they stand in; a hash keeps cut ones apart. */
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
  const free = new Map(texts.map((text) => [text, freeName(text, used)]));
  const counts = new Map<string, number>();
  for (const name of free.values()) counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  const isClear = (text: string, name: string): boolean => {
    return name !== "" && counts.get(name.toLowerCase()) === 1 && text.length <= 4 * longest;
  };
  return new Map([...free].map(([text, name]) => [text, isClear(text, name) ? name : hashed(name, text)]));
}

function freeName(text: string, used: ReadonlySet<string>): string {
  const name = pascalCase(text);
  return taken.has(name) || used.has(name) ? `${name}Schema` : name;
}

function pascalCase(text: string): string {
  const words = text.slice(0, 4 * longest).match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return (/^[0-9]/.test(name) ? `N${name}` : name).slice(0, longest);
}

function hashed(name: string, text: string): string {
  return `${name === "" ? "Schema" : name}${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}
