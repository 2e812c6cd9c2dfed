import type { Cue } from "./cue.ts";
import type { MinedKeyword } from "./mined-prose.ts";
import { isNumeric, type PropertyKind } from "./property-kind.ts";
import type { UnitKind } from "./units.ts";

/** What of a property a number limits: its value, the length of its text, or how many items it has. */
export type Measure = "value" | "length" | "items";

/** What the number limits, judged by the property, the unit and the cue; undefined when it is not about this property. */
export function measureOf(kind: PropertyKind, unit: UnitKind | undefined, cue: Cue | undefined): Measure | undefined {
  if (kind === "array") return itemsOrNothing(unit, cue);
  if (kind !== "string" && kind !== "any") return valueOrNothing(kind, unit, cue);
  if (unit === "characters") return "length";
  if (unit === undefined && cue?.counts === "characters") return "length";
  if (cue === undefined || cue.counts !== undefined) return undefined;
  if (unit === undefined) return "value";
  return unit === "plain" && cue.role === "range" ? "value" : undefined;
}

function itemsOrNothing(unit: UnitKind | undefined, cue: Cue | undefined): Measure | undefined {
  if (unit === "items") return cue?.counts === "characters" ? undefined : "items";
  return unit === undefined && (cue?.counts === "items" || cue?.counts === "things") ? "items" : undefined;
}

function valueOrNothing(kind: PropertyKind, unit: UnitKind | undefined, cue: Cue | undefined): Measure | undefined {
  if (!isNumeric(kind) || cue?.counts === "characters") return undefined;
  if (unit === "pixels") return cue?.role === "range" && cue.counts === undefined ? "value" : undefined;
  return unit === "characters" || unit === "foreign" ? undefined : "value";
}

const lowKeywords: Readonly<Record<Measure, MinedKeyword>> = {
  value: "minimum",
  length: "minLength",
  items: "minItems",
};
const highKeywords: Readonly<Record<Measure, MinedKeyword>> = {
  value: "maximum",
  length: "maxLength",
  items: "maxItems",
};

/** The keyword for a limit of this measure from below or above. */
export function boundKeyword(measure: Measure, side: "low" | "high"): MinedKeyword {
  return side === "low" ? lowKeywords[measure] : highKeywords[measure];
}
