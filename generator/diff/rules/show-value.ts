import type { Json } from "../../json.ts";

const widest = 80;

/** A value in a message: JSON, cut to fit a line; lists without brackets. */
export function showValue(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join(", ") : JSON.stringify(value);
  return text.length > widest ? `${text.slice(0, widest)}…` : text;
}

/** A name in a message, as it is; what has no name is anything. */
export function showName(value: Json | undefined): string {
  return typeof value === "string" ? value : value === undefined || value === null ? "anything" : showValue(value);
}
