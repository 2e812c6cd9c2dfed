import { fromEntries, type JsonObject } from "../json.ts";
import { withMember } from "./edit-object.ts";
import { findDifferences } from "./find-differences.ts";
import type { CleanPage } from "./page-operation.ts";
import { compareText } from "./page-order.ts";

/**
 * Writes down what each gateway's own pages say otherwise than the merged document, so that it can be compared for the callers of one
 * gateway: in the merged one the weakest statement stands for all. `normalize` makes a document of some of the pages.
 */
export function withDifferences(
  merged: JsonObject,
  pages: readonly CleanPage[],
  normalize: (pages: readonly CleanPage[]) => JsonObject,
): JsonObject {
  const gateways = [...new Set(pages.map(({ gatewayId }) => gatewayId))].sort(compareText);
  if (gateways.length < 2) return merged;
  const differences = gateways.flatMap((gateway) => {
    const own = pages.filter(({ gatewayId }) => gatewayId === gateway);
    if (!sharesAnything(own, pages)) return [];
    const found = findDifferences(merged, normalize(own));
    return found.length === 0 ? [] : [[gateway, found.map((one) => ({ ...one }))] as const];
  });
  return withMember(merged, "x-docket-differences", fromEntries(differences));
}

/** Whether another gateway documents one of these operations, or has a component of the same name. */
function sharesAnything(own: readonly CleanPage[], pages: readonly CleanPage[]): boolean {
  const names = new Set(own.flatMap(namesOf));
  return pages.some((page) => !own.includes(page) && namesOf(page).some((name) => names.has(name)));
}

function namesOf({ operations, schemas }: CleanPage): readonly string[] {
  return [...operations.map(({ method, shape }) => `${method} ${shape}`), ...Object.keys(schemas)];
}
