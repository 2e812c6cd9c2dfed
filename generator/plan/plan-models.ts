import type { Document, Schema } from "../document.ts";
import type { PlannedEndpoint, PlannedModel } from "../plan.ts";
import { schemaRefName } from "../schema-ref.ts";
import { nameTypes } from "./name-types.ts";

/** The component schemas that inputs and outputs of endpoints refer to, directly or through others, in name order. */
export function planModels(document: Document, endpoints: readonly PlannedEndpoint[]): readonly PlannedModel[] {
  const inputs = reach(
    endpoints.map((endpoint) => endpoint.input),
    document,
  );
  const outputs = reach(
    endpoints.flatMap(({ output }) => (output === undefined ? [] : [output])),
    document,
  );
  const names = [...new Set([...inputs, ...outputs])].sort();
  const used = new Set(endpoints.flatMap(({ typeName }) => [`${typeName}Input`, `${typeName}Output`]));
  const typeNames = nameTypes(names, used);
  return names.map((name) => ({
    name,
    typeName: typeNames.get(name) ?? name,
    side: inputs.has(name) ? "input" : "output",
    schema: document.components.schemas[name] ?? {},
  }));
}

function reach(roots: readonly Schema[], document: Document): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting: unknown[] = [...roots];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of refsIn(next)) {
      if (reached.has(name) || !Object.hasOwn(document.components.schemas, name)) continue;
      reached.add(name);
      waiting.push(document.components.schemas[name]);
    }
  }
  return reached;
}

/** Keywords whose values are data, not schemas: a `$ref` in them refers to nothing. */
const dataKeywords = new Set(["default", "enum", "const", "example", "examples"]);

function refsIn(root: unknown): readonly string[] {
  const names: string[] = [];
  const waiting: { readonly value: unknown; readonly named: "keywords" | "names" }[] = [
    { value: root, named: "keywords" },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, named } = next;
    if (typeof value !== "object" || value === null) continue;
    for (const [key, item] of Object.entries(value)) {
      if (named === "keywords" && key === "$ref" && typeof item === "string") names.push(schemaRefName(item) ?? "");
      if (named === "keywords" && (dataKeywords.has(key) || key.startsWith("x-"))) continue;
      waiting.push({ value: item, named: key === "properties" || key === "patternProperties" ? "names" : "keywords" });
    }
  }
  return names;
}
