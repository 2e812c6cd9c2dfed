import type { Json } from "../../json.ts";

/** Whether two values are the same; lists are compared as sets. */
export function sameValue(one: Json | undefined, other: Json | undefined): boolean {
  if (!isList(one) || !isList(other)) return one === other;
  return one.length === other.length && one.every((value) => other.includes(value));
}

/** Whether a list names the value; in another case counts too, for pages write `jpeg` and JPEG of one value. */
export function namesValue(list: Json | undefined, value: Json): boolean {
  if (!isList(list)) return false;
  const plain = (item: Json): Json => (typeof item === "string" ? item.toLowerCase() : item);
  return list.some((item) => plain(item) === plain(value));
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
