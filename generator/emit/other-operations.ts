import { httpMethods, type Operation, type PathItem } from "../document.ts";
import { isObject, type Json } from "../json.ts";
import type { Plan } from "../plan.ts";
import { bodyNotes, type Located } from "./body-notes.ts";
import { markdownTable } from "./markdown-table.ts";
import { printValue } from "./print-value.ts";
import { clientOptions } from "./runnable-sample.ts";
import { markdownCode, markdownText } from "./text/markdown-text.ts";
import { stringLiteral } from "./text/string-literal.ts";

/** The section of the README about operations that are no part of a queue: a sample, and a table; nothing where there are none. */
export function otherOperations(plan: Plan): readonly string[] {
  const listed = listOperations(plan);
  if (listed.length === 0) return [];
  const rows = listed.map(({ method, path, operation }) => [
    markdownCode(`${method.toUpperCase()} ${path}`),
    operation.summary === undefined || operation.summary === path ? "" : markdownText(operation.summary),
    operation["x-docket-gateways"].map(markdownCode).join(", "),
  ]);
  return [
    "## Other operations",
    "Called by path, through an [openapi-fetch](https://openapi-ts.dev/openapi-fetch/) client with types of its own:",
    ...sample(plan, listed),
    ...bodyNotes(plan, listed),
    markdownTable(["operation", "does", "gateways"], rows),
  ];
}

function listOperations({ document }: Plan): readonly Located[] {
  const jobs = Object.entries(document.paths).flatMap(([path, item]) => (isJob(item) ? [`${path}/`] : []));
  // What hangs below a job, such as its status as a stream, is reached through the queue.
  const others = Object.entries(document.paths).filter(([path]) => !jobs.some((job) => path.startsWith(job)));
  return others.flatMap(([path, item]) =>
    httpMethods.flatMap((method): readonly Located[] => {
      const operation = item[method];
      if (operation === undefined || operation["x-docket-queue"] !== undefined) return [];
      return [{ method, path, operation }];
    }),
  );
}

function isJob(item: PathItem): boolean {
  return httpMethods.some((method) => (item[method]?.["x-docket-queue"]?.role ?? "submit") !== "submit");
}

function sample(plan: Plan, listed: readonly Located[]): readonly string[] {
  const plain = listed.filter(({ operation }) => takesJson(operation));
  const easiest = listed.find(({ operation }) => needsNothing(operation)) ?? plain[0] ?? listed[0];
  const offering = easiest?.operation["x-docket-gateways"] ?? [];
  const gateway = plan.gateways.find(({ id }) => offering.includes(id));
  if (easiest === undefined || gateway === undefined) return [];
  const { method, path, operation } = easiest;
  const given = [stringLiteral(path), ...callOptions(operation)].join(", ");
  const lines = [
    "```ts",
    `import { createApi } from ${stringLiteral(`${plan.package.name}/api`)};`,
    "",
    `const api = createApi({ ${clientOptions(gateway)} });`,
    `const { data, error } = await api.${method.toUpperCase()}(${given});`,
    "```",
  ];
  return [lines.join("\n")];
}

function needsNothing({ parameters = [], requestBody }: Operation): boolean {
  return requestBody === undefined && !parameters.some(({ required }) => required === true);
}

function takesJson({ requestBody }: Operation): boolean {
  return requestBody === undefined || Object.hasOwn(requestBody.content, "application/json");
}

function callOptions({ parameters = [], requestBody }: Operation): readonly string[] {
  const inPath = parameters.filter((parameter) => parameter.in === "path").map(({ name }) => [name, "…"] as const);
  const example = Object.values(requestBody?.content ?? {})[0]?.example;
  const options = [
    ...(inPath.length === 0 ? [] : [`params: { path: ${printValue(Object.fromEntries(inPath), "", 0)} }`]),
    ...(requestBody === undefined ? [] : [`body: ${bodyText(example)}`]),
  ];
  return options.length === 0 ? [] : [`{ ${options.join(", ")} }`];
}

/** A longer example shows a whole conversation, and no longer how to call. */
const longestBody = 200;

function bodyText(example: Json | undefined): string {
  const short = isObject(example) && JSON.stringify(example).length <= longestBody;
  return short ? printValue(example, "", 0) : "{ /* … */ }";
}
