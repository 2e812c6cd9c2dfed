import { type Document, httpMethods, type Operation, type Parameter, type Schema } from "../document.ts";
import { fromEntries, type JsonObject } from "../json.ts";
import { schemaRefName } from "../schema-ref.ts";
import { isJson } from "./media-kind.ts";

/** How requests are written that are not JSON with a query as OpenAPI's defaults have it: `RequestTable` of the runtime. */
export function requestsTable(document: Document): JsonObject {
  const entries = Object.entries(document.paths).flatMap(([path, item]) =>
    httpMethods.flatMap((method): readonly (readonly [string, JsonObject])[] => {
      const operation = item[method];
      const entry = operation === undefined ? {} : requestEntry(operation, document.components.schemas);
      return Object.keys(entry).length === 0 ? [] : [[`${method.toUpperCase()} ${path}`, entry]];
    }),
  );
  return fromEntries(entries);
}

type Schemas = Document["components"]["schemas"];

function requestEntry({ requestBody, parameters = [] }: Operation, schemas: Schemas): JsonObject {
  const body = bodyType(Object.keys(requestBody?.content ?? {}));
  const styles = parameters.flatMap((parameter): readonly (readonly [string, string])[] => {
    const style = parameter.in === "query" ? queryStyle(parameter, schemas) : undefined;
    return style === undefined ? [] : [[parameter.name, style]];
  });
  return {
    ...(body === undefined ? {} : { body }),
    ...(styles.length === 0 ? {} : { query: fromEntries(styles) }),
  };
}

/** The media type of a body that is never plain JSON; of several, a form of parts, which can hold what the others can. */
function bodyType(types: readonly string[]): string | undefined {
  if (types.some((type) => type === "application/json")) return undefined;
  return types.find((type) => type.startsWith("multipart/")) ?? types.find(isJson) ?? types[0];
}

/** @see https://spec.openapis.org/oas/v3.1.0#style-values */
function queryStyle({ style = "form", explode, schema, content }: Parameter, schemas: Schemas): string | undefined {
  if (content !== undefined) return "json";
  if (style === "deepObject") return style;
  if (style === "form" && explode !== false) return isObjectSchema(schema, schemas) ? "spread" : undefined;
  const isList = style === "form" || style === "spaceDelimited" || style === "pipeDelimited";
  return isList && explode !== true && !isScalar(schema) ? style : undefined;
}

function isObjectSchema(schema: Schema | undefined, schemas: Schemas, steps = 16): boolean {
  const target = schemaRefName(schema?.$ref ?? "");
  if (target !== undefined && steps > 0) return isObjectSchema(schemas[target], schemas, steps - 1);
  if (schema?.type === undefined) return schema?.properties !== undefined;
  return [schema.type].flat().includes("object");
}

/** Whether nothing can be joined; Swagger 2.0 states how lists are joined for every parameter. */
function isScalar(schema: Schema | undefined): boolean {
  const types = schema?.type === undefined ? [] : [schema.type].flat();
  return types.length > 0 && !types.includes("array") && !types.includes("object");
}
