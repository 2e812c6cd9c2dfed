import type { Json } from "../../json.ts";
import type { Change } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import type { Comparer } from "./context.ts";
import type { Located, Shape } from "./shape.ts";

/** Composition parts that came or went, and the properties that came or went with them. */
export interface PartChanges {
  readonly changes: readonly Change[];
  readonly explained: ReadonlySet<string>;
}

/**
 * What changed about `allOf`. A part that only moves what the other side says elsewhere is no change: shapes are compared with
 * their parts taken together. A part that brings nothing but properties unknown to the other side is one change, not one each.
 */
export function findPartChanges(pair: Pair, comparer: Comparer): PartChanges {
  const come = newParts(pair.head, pair.base, comparer.head);
  const gone = newParts(pair.base, pair.head, comparer.base);
  return {
    changes: [
      ...come.map(({ at }) => partChange(pair, at, "narrower")),
      ...gone.map(({ at }) => partChange(pair, at, "wider")),
    ],
    explained: new Set([...come, ...gone].flatMap(({ names }) => names)),
  };
}

interface Part {
  readonly at: Located;
  readonly names: readonly string[];
}

function newParts(shape: Shape, other: Shape, reader: Comparer["base"]): readonly Part[] {
  const parts: Part[] = [];
  for (const [key, at] of shape.parts) {
    if (other.parts.has(key)) continue;
    const names = [...reader.read([at]).properties.keys()];
    if (names.length > 0 && names.every((name) => !other.properties.has(name))) parts.push({ at, names });
  }
  return parts;
}

function partChange(pair: Pair, part: Located, effect: "narrower" | "wider"): Change {
  const name: Json = part.schema.$ref?.replace("#/components/schemas/", "") ?? "inline part";
  const at = { ...part, pointer: part.pointer.slice(0, part.pointer.lastIndexOf("/")) };
  const side = { value: part.schema, at, key: part.pointer.slice(part.pointer.lastIndexOf("/") + 1), mined: false };
  if (effect === "narrower") return changeAt("all-of-part-added", effect, pair, { head: side }, { after: name });
  return changeAt("all-of-part-removed", effect, pair, { base: side }, { before: name });
}
