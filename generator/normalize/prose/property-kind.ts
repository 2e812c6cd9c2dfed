import type { MineOptions } from "./mined-prose.ts";

/** How the values of a property are read. `any`: no type is declared, values say themselves what they are. */
export type PropertyKind = "string" | "integer" | "number" | "boolean" | "array" | "any" | "none";

/** The kind of a declared type: a union with `null` counts as its other type; of several, a scalar one decides. */
export function propertyKind(type: MineOptions["type"]): PropertyKind {
  if (type === undefined || type === null) return "any";
  const names = (typeof type === "string" ? [type] : type).filter((name) => name !== "null");
  if (names.length > 1 && names.includes("string") && names.some((name) => name === "number" || name === "integer"))
    return "any";
  return kindOfName(names.find((name) => name !== "object") ?? names[0]);
}

function kindOfName(name: string | undefined): PropertyKind {
  switch (name) {
    case "string":
    case "integer":
    case "number":
    case "boolean":
    case "array":
      return name;
    case "object":
    case "null":
    case undefined:
      return "none";
    default:
      return "any";
  }
}

/** Whether values of this kind are numbers and nothing else. */
export function isNumeric(kind: PropertyKind): kind is "integer" | "number" {
  return kind === "integer" || kind === "number";
}
