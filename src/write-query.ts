import { stringifyJson } from "./parse-json.ts";
import type { QueryStyle } from "./tables.ts";

type Pair = readonly [name: string, value: unknown];

/**
 * Writes a query, each parameter in the style that its document states, and in OpenAPI's own otherwise: `a=1&a=2` for a list.
 * What is undefined or null is left out.
 * @see https://spec.openapis.org/oas/v3.1.0#style-values
 */
export function writeQuery(query: object, styles: { readonly [name: string]: QueryStyle }): string {
  return Object.entries(query)
    .flatMap(([name, value]) => writeParameter([name, value], Object.hasOwn(styles, name) ? styles[name] : undefined))
    .join("&");
}

function writeParameter([name, value]: Pair, style: QueryStyle | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (style === "json") return [pair(name, stringifyJson(value))];
  const separator = style === undefined ? undefined : separators[style];
  if (separator !== undefined && typeof value === "object") {
    const parts = Array.isArray(value) ? value : Object.entries(value).flat();
    return parts.length === 0 ? [] : [`${encodeURIComponent(name)}=${parts.map(encode).join(separator)}`];
  }
  if (style === "spread" && typeof value === "object" && !Array.isArray(value))
    return Object.entries(value).flatMap((member) => writeParameter(member, undefined));
  if (Array.isArray(value) && style !== "deepObject")
    return value.flatMap((item) => (typeof item === "object" ? deep([name, item]) : [pair(name, item)]));
  return deep([name, value]);
}

const separators: { readonly [S in QueryStyle]?: string } = {
  form: ",",
  spaceDelimited: "%20",
  pipeDelimited: "|",
};

/** `a[b]=1&a[c][]=2` */
function deep([name, value]: Pair): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== "object") return [pair(name, value)];
  const members = Array.isArray(value) ? value.map((item) => ["", item] as const) : Object.entries(value);
  return members.flatMap(([key, member]) => deep([`${name}[${key}]`, member]));
}

function pair(name: string, value: unknown): string {
  return `${encodeURIComponent(name).replaceAll("%5B", "[").replaceAll("%5D", "]")}=${encode(value)}`;
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}
