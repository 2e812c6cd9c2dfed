import type { Report } from "../diagnostic.ts";
import type { JsonObject } from "../json.ts";
import { type Place, placeOf } from "../place.ts";
import { quote } from "../terminal-text.ts";
import { withMember } from "./edit-object.ts";
import type { OperationGroup } from "./group-operations.ts";
import { mergeAlternatives } from "./merge-alternatives.ts";
import { wordsOfPath } from "./name-operations.ts";
import type { PageOperation } from "./page-operation.ts";
import { compareText, identityOf, pageKeyOf } from "./page-order.ts";
import { renamePathParameters } from "./rename-path-parameters.ts";
import { unionOperations } from "./union-operations.ts";

/** The one operation that a group of pages documents; components of its alternatives are added to `schemas`. */
export function mergeGroup(
  group: OperationGroup & { readonly path: string },
  schemas: Map<string, JsonObject>,
  report: Report,
): JsonObject {
  const pages = group.pages.map((page) => renamePathParameters(page, group.path));
  const variants = variantsOf(pages).map((variant) => ({
    identity: identityOf(variant),
    title: variant[0]?.page.title,
    operation: uniteGateways(variant, schemas, report),
  }));
  const merged = mergeAlternatives(variants, wordsOfPath(group.method, group.path), schemas);
  if (variants.length > 1) reportAlternatives(group, variants.length, report);
  const gateways = [...new Set(pages.map((page) => page.gatewayId))].sort(compareText);
  return withMember(merged, "x-docket-gateways", gateways);
}

/** Pages that describe the same use of an operation: one of each gateway, or those of equal identity. */
function variantsOf(pages: readonly PageOperation[]): readonly (readonly PageOperation[])[] {
  const gateways = new Set(pages.map((page) => page.gatewayId));
  if (gateways.size === pages.length) return [pages];
  const byKey = new Map<string, PageOperation[]>();
  for (const page of pages) {
    const key = pageKeyOf(page);
    byKey.set(key, [...(byKey.get(key) ?? []), page]);
  }
  return [...byKey.values()];
}

function uniteGateways(pages: readonly PageOperation[], schemas: Map<string, JsonObject>, report: Report): JsonObject {
  const sorted = [...pages].sort((one, other) => compareText(one.gatewayId, other.gatewayId));
  const differences = new Set<string>();
  const united = sorted
    .map((page) => page.operation)
    .reduce((one, other) => unionOperations(one, other, schemas, (difference) => differences.add(difference)));
  const [first] = sorted;
  if (differences.size > 0 && first !== undefined) reportDifferences(first, sorted, [...differences], report);
  return united;
}

function reportDifferences(
  first: PageOperation,
  pages: readonly PageOperation[],
  differences: readonly string[],
  report: Report,
): void {
  const operation = `${first.method.toUpperCase()} ${quote(first.path)}`;
  const listed = differences
    .slice(0, 12)
    .map((difference) => quote(difference))
    .join(", ");
  const more = differences.length > 12 ? ` and ${differences.length - 12} more` : "";
  const gateways = pages.map((page) => page.gatewayId).join(", ");
  report("gateways-differ", `${gateways} describe ${operation} differently: ${listed}${more}.`, {
    place: placeOfPage(first),
    hint: `To see who says what: npx docket compare ${first.gatewayId} ${pages.at(-1)?.gatewayId ?? ""}`,
  });
}

function placeOfPage(page: PageOperation): Place {
  return placeOf(page.operation) ?? { file: page.file, line: 1, column: 1 };
}

function reportAlternatives(group: OperationGroup & { readonly path: string }, count: number, report: Report): void {
  const operation = `${group.method.toUpperCase()} ${quote(group.path)}`;
  const [first] = group.pages;
  const place = first === undefined ? undefined : placeOfPage(first);
  report("pages-merged", `${operation} is documented on ${count} pages; their bodies become alternatives.`, { place });
}
