import { describe, expect, it } from "vitest";
import { generateFrom, members, openapi, queueDocument } from "./generate-from.ts";

const text = { type: "string" };
const wide = { type: "object", properties: members(2_000, (at) => [`p${at}`, text]) };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** A chain of schemas in which each names the next one twice: forty of them stand for 2^40. */
function doubling(step: (next: object, at: number) => object): string {
  const last = { type: "object", properties: { last: text } };
  return queueDocument(ref("S0"), {
    ...members(40, (at) => [`S${at}`, step(ref(`S${at + 1}`), at)]),
    S40: last,
  });
}

function callers(count: number, response: object): object {
  return members(count, (at) => [`/k${at}`, { get: { responses: { "200": response } } }]);
}

/** Small documents that stand for gigabytes, as billion laughs do (D01), by other means than the aliases of YAML. */
const multiplied: readonly { readonly name: string; readonly text: string; readonly want: readonly string[] }[] = [
  {
    name: "one input of many endpoints",
    text: queueDocument(ref("Wide"), { Wide: wide }, 100),
    want: ["too-many-values"],
  },
  {
    name: "one response of many operations",
    text: openapi(callers(150, { $ref: "#/components/responses/R" }), {
      responses: { R: { description: "ok", content: { "application/json": { schema: wide } } } },
    }),
    want: ["too-many-values"],
  },
  {
    name: "one example of many operations",
    text: openapi(callers(150, { $ref: "#/components/responses/R" }), {
      responses: {
        R: { description: "ok", content: { "application/json": { example: Object.keys(wide.properties) } } },
      },
    }),
    want: ["too-many-values"],
  },
  {
    name: "one model that many mix in",
    text: queueDocument(ref("S0"), {
      ...members(150, (at) => [
        `S${at}`,
        { properties: { next: ref(`S${at + 1}`) }, "x-apifox-refs": { A: ref("Wide") } },
      ]),
      S150: {},
      Wide: wide,
    }),
    want: ["too-many-values"],
  },
  {
    name: "one native response of many APIs",
    text: JSON.stringify({
      apifoxProject: "1.0.0",
      apiCollection: Array.from({ length: 150 }, (_, at) => ({
        name: "a",
        api: { id: at, method: "get", path: `/k${at}`, responses: [{ id: 1, code: 200, referencedResponseId: 9 }] },
      })),
      responseCollection: [{ id: 9, name: "r", code: 200, contentType: "json", jsonSchema: wide }],
    }),
    want: ["too-many-values"],
  },
  {
    name: "fields beside alternatives",
    text: queueDocument({
      ...wide,
      anyOf: Array.from({ length: 2_000 }, (_, at) => ({ properties: { [`q${at}`]: text } })),
    }),
    want: ["too-many-values"],
  },
  {
    name: "D15 alternatives of alternatives",
    text: doubling((next, at) => ({
      type: "object",
      properties: { [`p${at}`]: text },
      anyOf: [next, { allOf: [next] }],
    })),
    want: ["too-many-values"],
  },
  {
    name: "D15 parts of parts",
    text: doubling((next, at) => ({ type: "object", properties: { [`p${at}`]: next }, allOf: [next, next] })),
    want: ["too-many-values"],
  },
  {
    name: "mix-ins of mix-ins, each expanded once",
    text: doubling((next, at) => ({ properties: { [`p${at}`]: text }, "x-apifox-refs": { A: next, B: next } })),
    want: [],
  },
  {
    name: "a property that a thousand parts state",
    text: queueDocument({ allOf: Array.from({ length: 1_000 }, (_, at) => ({ properties: { p: { enum: [at] } } })) }),
    want: [],
  },
  {
    name: "a small response of many operations",
    text: openapi(callers(1_000, { $ref: "#/components/responses/R" }), { responses: { R: { description: "ok" } } }),
    want: [],
  },
  { name: "D10 more values than JSON may hold", text: `{"a":[${"1,".repeat(1_100_000)}1]}`, want: ["too-many-values"] },
  {
    name: "K12 names of megabytes",
    text: queueDocument({ type: "object", properties: members(5, (at) => ["n".repeat(1_000_000 + at), text]) }),
    want: ["document-too-large"],
  },
];

describe("a document that stands for more than it holds", () => {
  it.each(multiplied)("$name", { timeout: 60_000 }, ({ text, want }) => {
    const { files, errors } = generateFrom({ "k.json": text });
    expect(errors).toEqual(want);
    expect(files.length === 0).toBe(want.length > 0);
  });
});
