import type { Report } from "../diagnostic.ts";
import {
  type Document,
  httpMethods,
  type MediaType,
  type Operation,
  type QueueRole,
  type RequestBody,
  type Schema,
} from "../document.ts";
import { under } from "../json-pointer.ts";
import type { PlannedEndpoint } from "../plan.ts";
import { quote } from "../terminal-text.ts";
import { type StatedDefaults, statedDefaults, withContestedDefaults } from "./contested-defaults.ts";
import { alternativesOf, flattenSchema } from "./flatten-schema.ts";
import { nameSlugs } from "./name-slugs.ts";
import { nameTypes } from "./name-types.ts";
import { maxEndpointModules, partOf } from "./part-of.ts";
import { PlanBudget } from "./plan-budget.ts";
import { type FieldContext, planFields } from "./plan-fields.ts";
import { resultFields } from "./result-fields.ts";

interface Submission {
  readonly path: string;
  readonly pointer: string;
  readonly operation: Operation;
  readonly queue: QueueRole & { readonly role: "submit" };
}

/** The queue endpoints of a document, in the order of their ids. */
export function planEndpoints(
  document: Document,
  report: Report,
  maxModules: number = maxEndpointModules,
): readonly PlannedEndpoint[] {
  const submissions = findSubmissions(document, report);
  const ids = submissions.map(({ queue }) => queue.endpoint);
  const slugs = nameSlugs(ids);
  const typeNames = nameTypes(ids, new Set());
  const budget = new PlanBudget(document, report);
  const context: EndpointContext = { document, report, budget, stated: statedDefaults(document) };
  return submissions.map((submission) => {
    const id = submission.queue.endpoint;
    const endpoint = planEndpoint(submission, slugs.get(id) ?? id, typeNames.get(id) ?? id, context);
    return ids.length > maxModules ? { ...endpoint, part: partOf(id) } : endpoint;
  });
}

function findSubmissions(document: Document, report: Report): readonly Submission[] {
  const found = new Map<string, Submission>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of httpMethods) {
      const operation = item[method];
      const queue = operation?.["x-docket-queue"];
      if (operation === undefined || queue?.role !== "submit") continue;
      const pointer = under("/paths", path, method);
      const first = found.get(queue.endpoint);
      if (first === undefined) found.set(queue.endpoint, { path, pointer, operation, queue });
      else reportDuplicate(queue.endpoint, first.path, pointer, report);
    }
  }
  return [...found.values()].sort((a, b) => (a.queue.endpoint < b.queue.endpoint ? -1 : 1));
}

function reportDuplicate(id: string, firstPath: string, pointer: string, report: Report): void {
  report("duplicate-endpoint", `The endpoint ${quote(id)} is submitted at ${quote(firstPath)} already.`, { pointer });
}

/** What all endpoints are planned with. */
interface EndpointContext {
  readonly document: Document;
  readonly report: Report;
  readonly budget: PlanBudget;
  readonly stated: StatedDefaults;
}

function planEndpoint(
  { path, pointer, operation, queue }: Submission,
  slug: string,
  typeName: string,
  { document, report, budget, stated }: EndpointContext,
): PlannedEndpoint {
  const [mediaType, body] = jsonBody(operation.requestBody);
  const context = { document, report, budget, pointer: `${pointer}/requestBody` };
  const place = under(`#${context.pointer}/content`, mediaType, "schema");
  const gateways = operation["x-docket-gateways"];
  const merged = planInput(body?.schema, queue.endpoint, context);
  const input = withContestedDefaults(merged, body?.schema, place, gateways, stated);
  const documentation = httpLink(operation.externalDocs?.url);
  const output = queue.output === undefined ? undefined : flattenSchema(queue.output, document, budget);
  return {
    id: queue.endpoint,
    slug,
    typeName,
    title: titleOf(operation, path) ?? queue.endpoint,
    ...(operation.description === undefined ? {} : { description: operation.description }),
    ...(documentation === undefined ? {} : { documentation }),
    path,
    gateways,
    protocols: queue.protocols,
    input,
    ...(output === undefined ? {} : { output }),
    result: output === undefined ? [] : resultFields(output, document, budget),
    ...(body?.example === undefined ? {} : { example: body.example }),
    required: requiredFields(alternativesOf(input, document, budget)),
    fields: planFields(input, context),
  };
}

/** Apifox pages are often titled by their path, which says nothing. */
function titleOf({ summary = "" }: Operation, path: string): string | undefined {
  return summary.trim() === "" || summary === path ? undefined : summary.trim();
}

const anyObject: Schema = { type: "object", additionalProperties: true };

function planInput(schema: Schema | undefined, id: string, context: FieldContext): Schema {
  const { document, report, budget, pointer } = context;
  if (schema === undefined) return anyObject;
  const input = flattenSchema(schema, document, budget);
  const objects = alternativesOf(input, document, budget).every(({ type, properties }) => {
    return type === "object" || (type === undefined && properties !== undefined);
  });
  if (objects) return input;
  report("input-not-object", `The input of ${quote(id)} is described as something else than an object.`, { pointer });
  return anyObject;
}

function jsonBody(body: RequestBody | undefined): readonly [mediaType: string, body: MediaType | undefined] {
  const types = Object.entries(body?.content ?? {});
  return types.find(([type]) => type.includes("json")) ?? types[0] ?? ["", undefined];
}

function httpLink(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : undefined;
}

/** What every alternative of the input requires. */
function requiredFields([first, ...others]: readonly Schema[]): readonly string[] {
  const demanded = others.map(({ required }) => new Set(required));
  return (first?.required ?? []).filter((name) => demanded.every((names) => names.has(name)));
}
