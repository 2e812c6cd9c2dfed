import type { Operation, Schema } from "../document.ts";
import type { Plan } from "../plan.ts";
import { schemaRefName } from "../schema-ref.ts";
import { carriesBytes, isBytesSchema } from "./find-bytes.ts";
import { isBytes } from "./media-kind.ts";
import { printValue } from "./print-value.ts";
import { markdownCode } from "./text/markdown-text.ts";
import { objectKey } from "./text/object-key.ts";
import { stringLiteral } from "./text/string-literal.ts";

/** An operation of the document with where it is. */
export interface Located {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** What to know about bodies of these operations that are no JSON, each with one of them as an example. */
export function bodyNotes(plan: Plan, listed: readonly Located[]): readonly string[] {
  const taking = (test: (type: string) => boolean): Located | undefined =>
    listed.find(({ operation }) => Object.keys(operation.requestBody?.content ?? {}).some(test));
  const giving = (test: (type: string) => boolean): Located | undefined =>
    listed.find(({ operation }) => successTypes(operation).some(test));
  const [form, sent, bytes, events] = [
    taking((type) => type.startsWith("multipart/")),
    taking(isBytes),
    giving(isBytes),
    giving((type) => type === "text/event-stream"),
  ];
  return [
    ...(form === undefined ? [] : [formNote(form), formSample(plan, form)]),
    ...(sent === undefined
      ? []
      : [`${nameOf(sent)} takes bytes: a \`Blob\`, an \`ArrayBuffer\` or a \`ReadableStream\`.`]),
    ...(bytes === undefined
      ? []
      : [
          `${nameOf(bytes)} answers with bytes: \`data\` is a \`Blob\`, or what \`parseAs: "stream"\` or \`"arrayBuffer"\` makes of it.`,
        ]),
    ...(events === undefined
      ? []
      : [
          `${nameOf(events)} can answer with events as they come: \`parseAs: "stream"\` makes \`data\` a \`ReadableStream\`.`,
        ]),
  ];
}

function successTypes({ responses }: Operation): readonly string[] {
  return Object.entries(responses).flatMap(([status, { content }]) =>
    status.startsWith("2") ? Object.keys(content ?? {}) : [],
  );
}

function nameOf({ method, path }: Located): string {
  return markdownCode(`${method.toUpperCase()} ${path}`);
}

function formNote(form: Located): string {
  return `${nameOf(form)} takes a form: an object whose files are \`Blob\` or \`File\`, sent with their names and types, or a \`FormData\` as it is.`;
}

function formSample({ document }: Plan, { method, path, operation }: Located): string {
  const [, media] = Object.entries(operation.requestBody?.content ?? {}).find(([type]) => carriesBytes(type)) ?? [];
  const { schemas } = document.components;
  const { properties = {}, required = [] } = resolve(media?.schema ?? {}, schemas);
  const shown = Object.entries(properties).filter(
    ([name, schema]) => required.includes(name) || holdsBytes(schema, schemas),
  );
  const fields = shown.slice(0, 4).map(([name, schema]) => `${objectKey(name)}: ${fieldText(schema, schemas)}`);
  const ids = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === "path")
    .map(({ name }) => [name, "…"]);
  const params = ids.length === 0 ? "" : `params: { path: ${printValue(Object.fromEntries(ids), "", 0)} }, `;
  const body = fields.length === 0 ? "{ /* … */ }" : `{ ${fields.join(", ")} }`;
  const call = `await api.${method.toUpperCase()}(${stringLiteral(path)}, { ${params}body: ${body} });`;
  return ["```ts", call, "```"].join("\n");
}

type Schemas = { readonly [name: string]: Schema };

function fieldText(schema: Schema, schemas: Schemas): string {
  if (holdsBytes(schema, schemas)) return 'new File([bytes], "name.png", { type: "image/png" })';
  const { type, default: given, enum: values, examples } = resolve(schema, schemas);
  const stated = given ?? values?.[0] ?? examples?.[0];
  if (stated !== undefined && typeof stated !== "object") return printValue(stated, "", 0);
  const types = [type].flat();
  if (types.includes("integer") || types.includes("number")) return "1";
  return types.includes("boolean") ? "true" : '"…"';
}

function holdsBytes(schema: Schema, schemas: Schemas): boolean {
  const { anyOf = [], oneOf = [], ...own } = resolve(schema, schemas);
  if (isBytesSchema(own) && own.type !== undefined) return true;
  return [...anyOf, ...oneOf].some((part) => isBytesSchema(resolve(part, schemas)) && part.type !== undefined);
}

function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = schemaRefName(schema.$ref ?? "");
  return (name !== undefined && Object.hasOwn(schemas, name) ? schemas[name] : undefined) ?? schema;
}
