/** A path as it goes on the wire after the gateway's base URL, and the query that a page had written into it. */
export interface RepairedPath {
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/** Placeholders for the base URL that are written without braces or with one pair, their punctuation taken off. */
const basePlaceholders = new Set(["BASEURL", "APIBASE", "APIHOST", "APIURL"]);

/** What the name of a variable (`{{my-host}}`) holds when it stands for a base URL. */
const baseWords = ["BASE", "HOST", "URL", "DOMAIN", "SERVER", "ENDPOINT"];

/**
 * Takes off what pages write into paths and is none: `https://host`, `/BASE_URL/`, `{{BASE_URL}}`, `#fragment`, `?query`,
 * doubled slashes. A path always begins with a slash. Any other `{{variable}}` in it is a parameter, and so is
 * a segment `:name`, unless it `isVerb`: `/agents/:search` calls something.
 */
export function repairPath(written: string, isVerb: (name: string) => boolean): RepairedPath {
  const [beforeFragment = ""] = written.trim().split("#", 1);
  const [beforeQuery = "", query = ""] = splitOnce(beforeFragment, "?");
  const segments = withoutOrigin(beforeQuery)
    .split("/")
    .filter((segment) => segment !== "");
  const [first] = segments;
  if (first !== undefined && isBasePlaceholder(first)) segments.shift();
  const slash = beforeQuery.length > 1 && beforeQuery.endsWith("/") && segments.length > 0 ? "/" : "";
  const named = segments.map((segment) =>
    segment.replace(/^:([A-Za-z_]\w*)$/, (whole, name: string) => (isVerb(name) ? whole : `{${name}}`)),
  );
  const path = `/${named.join("/")}${slash}`.replaceAll("{{", "{").replaceAll("}}", "}");
  return { path, query: readQuery(query) };
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

/** `{host}` may well be a parameter; `{{host}}` and `BASE_URL` are not. */
function isBasePlaceholder(segment: string): boolean {
  const name = segment.replace(/[{}$_\-.\s]/g, "");
  if (segment.startsWith("{{")) return baseWords.some((word) => name.toUpperCase().includes(word));
  return segment.startsWith("{") ? basePlaceholders.has(name.toUpperCase()) : basePlaceholders.has(name);
}

function readQuery(query: string): RepairedPath["query"] {
  return [...new URLSearchParams(query)].filter(([name]) => name !== "" && !name.includes("{"));
}
