import { type HttpMethod, httpMethods, type Operation, type PathItem } from "../../document.ts";
import { under } from "../../json-pointer.ts";
import { pathShape } from "../../path-shape.ts";
import type { Change } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import type { Travel } from "../schema/context.ts";
import { isAnnounced } from "./lifecycle.ts";
import type { OperationPair } from "./operation-pair.ts";
import type { Recorder } from "./recorder.ts";

type Paths = { readonly [path: string]: PathItem };

/** What a set of paths is: how its entries are called, which way requests travel, and which rules name their coming and going. */
export interface PathSet {
  readonly pointer: string;
  readonly asks: Travel;
  readonly name: (path: string) => string;
  readonly rules: { readonly come: RuleId; readonly gone: RuleId };
  /** The day of the comparison, as an ISO date, for sunsets. */
  readonly today: string;
}

/** The paths of a document. */
export function pathsOf(today: string): PathSet {
  return {
    pointer: "#/paths",
    asks: "request",
    name: (path) => path,
    rules: { come: "path-added", gone: "path-removed" },
    today,
  };
}

/** The webhooks of a document: requests that the service sends. */
export function webhooksOf(today: string): PathSet {
  const rules = { come: "webhook-added", gone: "webhook-removed" } as const;
  return { pointer: "#/webhooks", asks: "response", name: (name) => `webhook ${name}`, rules, today };
}

/**
 * Compares path items by their templates, in which the names of parameters do not matter, and returns the operations that
 * both sides have.
 */
export function comparePaths(base: Paths, head: Paths, set: PathSet, record: Recorder): readonly OperationPair[] {
  const heads = new Map(Object.keys(head).map((path) => [pathShape(path), path]));
  const met = new Set<string>();
  const pairs: OperationPair[] = [];
  for (const [path, item] of Object.entries(base)) {
    const other = Object.hasOwn(head, path) ? path : heads.get(pathShape(path));
    const otherItem = other === undefined ? undefined : head[other];
    if (other === undefined || otherItem === undefined) {
      pathWent(path, item, head, set, record);
      continue;
    }
    met.add(other);
    pairs.push(...compareItem({ path, item }, { path: other, item: otherItem }, set, record));
  }
  for (const [path, item] of Object.entries(head)) if (!met.has(path)) pathCame(path, item, base, set, record);
  return pairs;
}

function operationsOf(item: PathItem): readonly (readonly [HttpMethod, Operation])[] {
  return httpMethods.flatMap((method) => {
    const operation = item[method];
    return operation === undefined ? [] : [[method, operation] as const];
  });
}

function pathWent(path: string, item: PathItem, heads: Paths, set: PathSet, record: Recorder): void {
  const operations = operationsOf(item);
  const change: Change = {
    rule: set.rules.gone,
    effect: "removed",
    pointer: under(set.pointer, path),
    subject: set.name(path),
    before: operations.map(([method]) => method.toUpperCase()),
    base: { holder: item },
    head: { holder: heads },
    unsure: operations.every(([, operation]) => isAnnounced(operation, set.today)),
  };
  if (operations.length === 0) return;
  for (const [method] of operations)
    record.changes.push({ change, travel: "none", operation: labelOf(set, method, path) });
}

function pathCame(path: string, item: PathItem, bases: Paths, set: PathSet, record: Recorder): void {
  const operations = operationsOf(item);
  const change: Change = {
    rule: set.rules.come,
    effect: "added",
    pointer: under(set.pointer, path),
    subject: set.name(path),
    after: operations.map(([method]) => method.toUpperCase()),
    base: { holder: bases },
    head: { holder: item },
  };
  for (const [method] of operations)
    record.changes.push({ change, travel: "none", operation: labelOf(set, method, path) });
}

function labelOf(set: PathSet, method: HttpMethod, path: string): string {
  return `${method.toUpperCase()} ${set.name(path)}`;
}

interface Side {
  readonly path: string;
  readonly item: PathItem;
}

function compareItem(base: Side, head: Side, set: PathSet, record: Recorder): readonly OperationPair[] {
  return httpMethods.flatMap((method) => {
    const [from, to] = [base.item[method], head.item[method]];
    const label = labelOf(set, method, head.path);
    const [basePointer, headPointer] = [under(set.pointer, base.path, method), under(set.pointer, head.path, method)];
    if (from !== undefined && to !== undefined) {
      const paths = [base.path, head.path] as const;
      return [
        { base: from, head: to, label, basePointer, headPointer, paths, asks: set.asks, today: set.today, record },
      ];
    }
    if (from !== undefined)
      record.changes.push({
        change: operationWent(from, head.item, label, basePointer, set),
        travel: "none",
        operation: label,
      });
    if (to !== undefined)
      record.changes.push({
        change: operationCame(to, base.item, label, headPointer),
        travel: "none",
        operation: label,
      });
    return [];
  });
}

function operationWent(
  operation: Operation,
  heads: PathItem,
  subject: string,
  pointer: string,
  { today }: PathSet,
): Change {
  const spots = { base: { holder: operation }, head: { holder: heads } };
  return {
    rule: "operation-removed",
    effect: "removed",
    pointer,
    subject,
    ...spots,
    unsure: isAnnounced(operation, today),
  };
}

function operationCame(operation: Operation, bases: PathItem, subject: string, pointer: string): Change {
  return {
    rule: "operation-added",
    effect: "added",
    pointer,
    subject,
    base: { holder: bases },
    head: { holder: operation },
  };
}
