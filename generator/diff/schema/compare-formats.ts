import type { Json } from "../../json.ts";
import type { Relation } from "../change.ts";

/**
 * Formats of which each holds all values of the one before it.
 *
 * @see https://spec.openapis.org/registry/format/
 */
const chains: readonly (readonly string[])[] = [
  ["int8", "int16", "int32", "int64"],
  ["uint8", "uint16", "uint32", "uint64"],
  ["float", "double"],
  ["hostname", "idn-hostname"],
  ["email", "idn-email"],
  ["uri", "iri", "iri-reference"],
  ["uri", "uri-reference", "iri-reference"],
];

/** Compares two different formats; formats in no common chain hold different values. */
export function compareFormats(base: Json, head: Json): Relation {
  for (const chain of chains) {
    const [from, to] = [chain.indexOf(String(base)), chain.indexOf(String(head))];
    if (from >= 0 && to >= 0) return to < from ? "narrower" : "wider";
  }
  return "incomparable";
}
