/** A path as it goes on the wire after the gateway's base URL, and the query that a page had written into it. */
export interface RepairedPath {
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Placeholders for the base URL, with their braces and punctuation taken off. */
const basePlaceholders = new Set([
  "BASEURL",
  "BASE",
  "HOST",
  "DOMAIN",
  "SERVER",
  "APIHOST",
  "APIBASE",
  "APIURL",
  "URL",
]);

/**
 * Takes off what pages write into paths and is none: `https://host`, `/BASE_URL/`, `{{BASE_URL}}`, `#fragment`, `?query`,
 * doubled slashes. A path always begins with a slash.
 */
export function repairPath(written: string): RepairedPath {
  const [beforeFragment = ""] = written.trim().split("#", 1);
  const [beforeQuery = "", query = ""] = splitOnce(beforeFragment, "?");
  const segments = withoutOrigin(beforeQuery)
    .split("/")
    .filter((segment) => segment !== "");
  const [first] = segments;
  if (first !== undefined && isBasePlaceholder(first)) segments.shift();
  const slash = beforeQuery.length > 1 && beforeQuery.endsWith("/") && segments.length > 0 ? "/" : "";
  return { path: `/${segments.join("/")}${slash}`, query: readQuery(query) };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function withoutOrigin(path: string): string {
  const scheme = /^https?:\/\//i.exec(path)?.[0];
  if (scheme === undefined) return path;
  const slash = path.indexOf("/", scheme.length);
  return slash < 0 ? "/" : path.slice(slash);
}

/** `{id}` is a parameter; `{{BASE_URL}}` and `BASE_URL` are not. */
function isBasePlaceholder(segment: string): boolean {
  const name = segment.replace(/[{}$_\-\s]/g, "");
  return name === name.toUpperCase()
    ? basePlaceholders.has(name)
    : segment.startsWith("{") && basePlaceholders.has(name.toUpperCase());
}

function readQuery(query: string): RepairedPath["query"] {
  return [...new URLSearchParams(query)].filter(([name]) => name !== "" && !name.includes("{"));
}
