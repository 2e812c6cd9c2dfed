import type { Json } from "../../json.ts";
import type { PropertyKind } from "./property-kind.ts";

/** With the seconds that durations are written with: 5s is 5. */
const numeral = /^([+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)s?$/;
const truths: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/** A literal as the text spells it, and whether quotes stood around it. */
export interface Literal {
  readonly text: string;
  readonly quoted: boolean;
}

/** The literal as a value of the property's type; undefined when it cannot be one. */
export function typedLiteral({ text, quoted }: Literal, kind: PropertyKind): Json | undefined {
  switch (kind) {
    case "string":
      return isLiteralText(text) ? text : undefined;
    case "boolean":
      return truths.get(text.toLowerCase());
    case "integer":
    case "number":
      return toNumber(text, kind);
    case "any":
      return quoted
        ? typedLiteral({ text, quoted }, "string")
        : (toNumber(text.endsWith("s") ? "" : text, "number") ??
            truths.get(text.toLowerCase()) ??
            typedLiteral({ text, quoted }, "string"));
    case "array":
    case "none":
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** Chinese text between quotes is a label of the user interface more often than a value; the label is not sent. */
function isLiteralText(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) && !text.includes("{{");
}

function toNumber(text: string, kind: "integer" | "number"): number | undefined {
  const digits = numeral.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const value = Number(digits);
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? value : undefined;
  return kind === "number" && Number.isFinite(value) ? value : undefined;
}
