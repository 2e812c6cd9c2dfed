import type { Document, Schema } from "../document.ts";
import { alternativesOf, flattenSchema } from "./flatten-schema.ts";
import type { PlanBudget } from "./plan-budget.ts";

/** Members of the queue's own answers, which some pages document beside the result. */
const ENVELOPE = new Set([
  ...["status", "request_id", "response_url", "status_url", "cancel_url", "queue_position", "logs", "metrics"],
  ...["error", "error_type", "code", "message", "msg", "detail", "type", "request"],
]);

/**
 * The top-level fields by which a result is known from every other answer: those that hold files where there are any, else
 * all that the output documents. Sorted; empty when the documents name none.
 */
export function resultFields(output: Schema, document: Document, budget: PlanBudget): readonly string[] {
  const fields = alternativesOf(output, document, budget)
    .flatMap(({ properties }) => Object.entries(properties ?? {}))
    .filter(([name]) => !ENVELOPE.has(name));
  const files = fields.filter(([, schema]) => holdsFile(schema, document, budget));
  return [...new Set((files.length ? files : fields).map(([name]) => name))].sort();
}

function holdsFile(schema: Schema, document: Document, budget: PlanBudget): boolean {
  const flat = flattenSchema(schema, document, budget);
  const { properties } = typeof flat.items === "object" ? flattenSchema(flat.items, document, budget) : flat;
  return properties !== undefined && Object.hasOwn(properties, "url");
}
