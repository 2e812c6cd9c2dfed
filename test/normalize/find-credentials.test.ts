import { expect, test } from "vitest";
import type { JsonObject } from "../../generator/json.ts";
import { findOtherCredentials } from "../../generator/normalize/find-credentials.ts";

const own: JsonObject = { type: "apiKey", in: "header", name: "xi-api-key" };

test.each<{ name: string; schemes: JsonObject; want: readonly string[] }>([
  { name: "no scheme", schemes: {}, want: [] },
  { name: "a bearer token", schemes: { a: { type: "http", scheme: "Bearer" } }, want: [] },
  { name: "a bearer token as Apidog writes it", schemes: { a: { type: "bearer" } }, want: [] },
  { name: "a token of OAuth", schemes: { a: { type: "oauth2", flows: {} } }, want: [] },
  {
    name: "a key in the usual header",
    schemes: { a: { type: "apikey", in: "header", name: "Authorization" } },
    want: [],
  },
  { name: "a bearer token beside another way", schemes: { own, a: { type: "http", scheme: "bearer" } }, want: [] },
  { name: "a header", schemes: { own }, want: ["header xi-api-key"] },
  {
    name: "several others, twice",
    schemes: { own, again: own, q: { type: "apiKey", in: "query", name: "key" }, b: { type: "http", scheme: "basic" } },
    want: ["basic", "header xi-api-key", "query key"],
  },
  { name: "what is no scheme", schemes: { a: "bearer", b: {}, c: { type: "apiKey" } }, want: [] },
])("$name", ({ schemes, want }) => {
  expect(findOtherCredentials([{ components: { securitySchemes: schemes } }])).toEqual(want);
  expect(findOtherCredentials([{}, { swagger: "2.0", securityDefinitions: schemes }])).toEqual(want);
});
