import type { TypeName } from "../../document.ts";
import type { Json } from "../../json.ts";
import type { Conjunct } from "./expand-site.ts";
import { keywordTable } from "./keyword-table.ts";
import type { Located, Stated } from "./shape.ts";
import { keywordOf, stated } from "./stated.ts";

/** The keywords of the keyword table that the conjuncts state, merged; those that say nothing are left out. */
export function readValues(
  conjuncts: readonly Conjunct[],
  types: ReadonlySet<TypeName> | undefined,
): ReadonlyMap<string, Stated<Json>> {
  const whole = types?.has("integer") === true && !types.has("number");
  const values = new Map<string, Stated<Json>>();
  for (const at of conjuncts) {
    for (const [name, keyword] of keywordTable) {
      const found = name === "minimum" || name === "maximum" ? readBound(at, name, whole) : stated(at, name);
      if (found === undefined || keyword.idle(found.value)) continue;
      const other = values.get(name);
      values.set(
        name,
        other === undefined
          ? found
          : { ...other, value: keyword.merge(other.value, found.value), mined: other.mined && found.mined },
      );
    }
  }
  if (!conjuncts.some(({ schema }) => schema.contains !== undefined))
    for (const name of ["minContains", "maxContains"]) values.delete(name);
  return values;
}

/**
 * `minimum: 1` as `[1, false]`, `exclusiveMinimum: 0` as `[0, true]`, or as `[1, false]` where only whole numbers pass.
 * A boolean `exclusiveMinimum` is how OpenAPI 3.0 says the minimum itself is out.
 */
function readBound(at: Located, name: "minimum" | "maximum", whole: boolean): Stated<Json> | undefined {
  const exclusiveName = name === "minimum" ? "exclusiveMinimum" : "exclusiveMaximum";
  const [inclusive, exclusive] = [stated(at, name), stated(at, exclusiveName)];
  const step = name === "minimum" ? 1 : -1;
  if (keywordOf(at, exclusiveName) === true && typeof inclusive?.value === "number")
    return bound(inclusive, true, step, whole);
  const bounds = [
    typeof inclusive?.value === "number" ? bound(inclusive, false, step, whole) : undefined,
    typeof exclusive?.value === "number" ? bound(exclusive, true, step, whole) : undefined,
  ].filter((one) => one !== undefined);
  return bounds.reduce<Stated<Json> | undefined>((one, other) => {
    if (one === undefined) return other;
    return keywordTable.get(name)?.merge(one.value, other.value) === one.value ? one : other;
  }, undefined);
}

function bound(found: Stated<Json>, exclusive: boolean, step: number, whole: boolean): Stated<Json> {
  const value = Number(found.value);
  if (exclusive && whole && Number.isSafeInteger(value)) return { ...found, value: [value + step, false] };
  return { ...found, value: [value, exclusive] };
}
