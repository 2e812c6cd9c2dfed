import type { Report } from "../diagnostic.ts";
import type { JsonObject } from "../json.ts";
import { quote } from "../terminal-text.ts";
import { mapOperation } from "./map-document.ts";
import type { CleanPage, PageOperation } from "./page-operation.ts";
import { comparePages, compareText, identityOf } from "./page-order.ts";
import { schemaName } from "./reference.ts";
import { renameReferences } from "./rename-references.ts";
import { shareComponents } from "./share-components.ts";
import { unionSchemas } from "./union-schemas.ts";

/** The operations of all pages, referring to one set of components. */
export interface MergedComponents {
  readonly operations: readonly PageOperation[];
  readonly schemas: ReadonlyMap<string, JsonObject>;
}

/**
 * One set of components for all pages. Within a gateway, components of one name that differ stay apart; across gateways a
 * component of one name is one thing, and accepts what any of them accepts.
 */
export function mergeComponents(pages: readonly CleanPage[], report: Report): MergedComponents {
  const gatewayIds = [...new Set(pages.map((page) => page.gatewayId))].sort(compareText);
  const schemas = new Map<string, JsonObject>();
  const operations: PageOperation[] = [];
  for (const gatewayId of gatewayIds) {
    const own = pages.filter((page) => page.gatewayId === gatewayId).sort(compareCleanPages);
    const shared = shareComponents(
      own.map(({ schemas, operations }) => ({ schemas, identity: identityOf(operations) })),
    );
    for (const [at, page] of own.entries()) {
      for (const operation of page.operations) operations.push(rename(operation, shared.names[at]));
    }
    addSchemas(schemas, shared.schemas, gatewayId, report);
  }
  return { operations, schemas };
}

function compareCleanPages(one: CleanPage, other: CleanPage): number {
  const [first] = one.operations;
  const [second] = other.operations;
  if (first === undefined || second === undefined) return compareText(one.file, other.file);
  return comparePages(first, second);
}

function rename(page: PageOperation, names: ReadonlyMap<string, string> = new Map()): PageOperation {
  return { ...page, operation: mapOperation(page.operation, { schema: renameReferences(names) }) };
}

function addSchemas(
  schemas: Map<string, JsonObject>,
  added: ReadonlyMap<string, JsonObject>,
  gatewayId: string,
  report: Report,
): void {
  const resolve = (reference: string): JsonObject | undefined => schemas.get(schemaName(reference) ?? "");
  for (const [name, schema] of added) {
    const known = schemas.get(name);
    const keywords = new Set<string>();
    const differ = (path: readonly string[], keyword: string): void => {
      keywords.add([...path.slice(1), keyword].join("."));
    };
    const context = { resolve, differ, path: [name], union: unionSchemas };
    schemas.set(name, known === undefined ? schema : unionSchemas(known, schema, context));
    if (keywords.size === 0) continue;
    const list = [...keywords]
      .slice(0, 8)
      .map((keyword) => quote(keyword))
      .join(", ");
    report("gateways-differ", `Gateway ${gatewayId} describes the schema ${quote(name)} differently: ${list}.`);
  }
}
