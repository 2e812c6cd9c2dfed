import { expect, test } from "vitest";
import type { Document, Schema } from "../../generator/document.ts";
import { PlanBudget } from "../../generator/plan/plan-budget.ts";
import { resultFields } from "../../generator/plan/result-fields.ts";

const file: Schema = { type: "object", properties: { url: { type: "string" } } };
const document: Document = {
  openapi: "3.1.0",
  info: { title: "t", version: "1" },
  "x-docket-gateways": {},
  paths: {},
  components: { securitySchemes: {}, schemas: { File: file } },
};
const fail = (): void => expect.unreachable("nothing is reported");
const text: Schema = { type: "string" };

test.each<[string, Schema["properties"], readonly string[]]>([
  [
    "files, wherever they are described",
    { seed: text, video: { $ref: "#/components/schemas/File" }, images: { type: "array", items: file } },
    ["images", "video"],
  ],
  [
    "all fields where there is no file",
    { transcript: text, chunks: { type: "array", items: text } },
    ["chunks", "transcript"],
  ],
  ["nothing that the queue itself answers", { status: text, request_id: text, output: text }, ["output"]],
  ["nothing of nothing", undefined, []],
])("%s", (_name, properties, want) => {
  expect(
    resultFields({ type: "object", ...(properties ? { properties } : {}) }, document, new PlanBudget(document, fail)),
  ).toEqual(want);
});
