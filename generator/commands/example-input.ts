import type { Json, JsonObject } from "../json.ts";
import type { PlannedEndpoint, PlannedField } from "../plan.ts";

/** The smallest input an endpoint takes, for examples: a value for each required field. */
export function exampleInput({ required, fields }: PlannedEndpoint): JsonObject {
  const named = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(required.map((name) => [name, exampleValue(name, named.get(name))]));
}

function exampleValue(name: string, field: PlannedField | undefined): Json {
  const stated = field?.default?.value ?? field?.values?.list[0];
  if (stated !== undefined) return stated;
  const [type = "string"] = field?.types ?? [];
  switch (type) {
    case "integer":
    case "number":
      return field?.limits.find(({ keyword }) => keyword === "minimum")?.value ?? 1;
    case "boolean":
      return true;
    case "array":
      return [];
    case "object":
      return {};
    default:
      return name.endsWith("url") ? "https://example.com/picture.jpg" : "a lighthouse at dawn";
  }
}
