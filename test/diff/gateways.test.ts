import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../generator/diff/compare-documents.ts";
import type { Finding } from "../../generator/diff/finding.ts";
import { gatewayViews } from "../../generator/diff/gateway-views.ts";
import { stepFor } from "../../generator/diff/next-version.ts";
import { stateDocument } from "../../generator/diff/state-document.ts";
import type { Document } from "../../generator/document.ts";
import type { JsonObject } from "../../generator/json.ts";
import { json, normalize, operationPage, page } from "../normalize/normalize-pages.ts";
import { tries } from "../tries.ts";

/** What each gateway states of the field `x` of a body, or of a whole operation. */
interface Gateways {
  readonly [gateway: string]: JsonObject;
}

/** The document of gateways that each say something else of one operation, as openapi.yaml keeps it. */
function offering(operations: Gateways): Document {
  const pages = Object.entries(operations).map(([id, operation]) => operationPage("POST /draw", operation, id));
  return stateDocument(normalize(pages).document);
}

function taking(fields: Gateways): Document {
  return offering(Object.fromEntries(Object.entries(fields).map(([id, x]) => [id, json(bodyWith(x))])));
}

/** A body with the field; `required` beside its keywords makes it a required one. */
function bodyWith({ required, ...x }: JsonObject): JsonObject {
  const names = required === true ? ["prompt", "x"] : ["prompt"];
  return { type: "object", properties: { prompt: { type: "string" }, x }, required: names };
}

function answering(answers: Gateways): Document {
  return offering(Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, json(undefined, answer)])));
}

function told(findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ rule, axis, severity, gateways }) => `${gateways?.join("+") ?? "all"} ${axis} ${severity} ${rule}`,
  );
}

const wide: JsonObject = { type: "integer", maximum: 4 };
const narrow: JsonObject = { type: "integer", maximum: 2 };

describe("what one gateway changes in what callers send", () => {
  it.each<{
    readonly name: string;
    readonly base: Gateways;
    readonly head: Gateways;
    readonly want: readonly string[];
  }>([
    {
      name: "a smaller range of one",
      base: { a: wide, b: wide },
      head: { a: narrow, b: wide },
      want: ["a wire breaking maximum-changed"],
    },
    {
      name: "the same smaller range of all",
      base: { a: wide, b: wide },
      head: { a: narrow, b: narrow },
      want: ["all wire breaking maximum-changed"],
    },
    {
      name: "the same of two of three",
      base: { a: wide, b: wide, c: wide },
      head: { a: narrow, b: wide, c: narrow },
      want: ["a+c wire breaking maximum-changed"],
    },
    {
      name: "a smaller range of the stricter one",
      base: { a: { type: "integer", maximum: 3 }, b: wide },
      head: { a: narrow, b: wide },
      want: ["a wire breaking maximum-changed"],
    },
    {
      name: "a larger range of the stricter one",
      base: { a: narrow, b: wide },
      head: { a: { type: "integer", maximum: 3 }, b: wide },
      want: ["a wire safe maximum-changed"],
    },
    {
      name: "one changes down, the other up",
      base: { a: wide, b: wide },
      head: { a: narrow, b: { type: "integer", maximum: 9 } },
      want: ["a wire breaking maximum-changed", "b wire safe maximum-changed"],
    },
    {
      name: "a field that one requires now",
      base: { a: { type: "string" }, b: { type: "string" } },
      head: { a: { type: "string", required: true }, b: { type: "string" } },
      want: ["a wire breaking property-required-changed"],
    },
    {
      name: "a field that all require now, which the types say too",
      base: { a: { type: "string" }, b: { type: "string" } },
      head: { a: { type: "string", required: true }, b: { type: "string", required: true } },
      want: ["all wire breaking property-required-changed", "all source breaking property-required-changed"],
    },
    {
      name: "another default of one",
      base: { a: { type: "number", default: 3.5 }, b: { type: "number", default: 3.5 } },
      head: { a: { type: "number", default: 4.5 }, b: { type: "number", default: 3.5 } },
      want: ["a runtime risky default-changed"],
    },
    {
      name: "a default that only one stated, changed",
      base: { a: { type: "number", default: 3.5 }, b: { type: "number" } },
      head: { a: { type: "number", default: 4.5 }, b: { type: "number" } },
      want: ["a runtime risky default-changed"],
    },
    {
      name: "a value that one no longer takes, while the other does",
      base: { a: { enum: ["p", "q"] }, b: { enum: ["p", "q"] } },
      head: { a: { enum: ["p"] }, b: { enum: ["p", "q"] } },
      want: ["a wire breaking enum-values-removed"],
    },
    {
      name: "a limit that one sets and the other never did",
      base: { a: { type: "string" }, b: { type: "string" } },
      head: { a: { type: "string", maxLength: 9 }, b: { type: "string" } },
      want: ["a wire breaking max-length-changed"],
    },
    {
      name: "a limit of one's prose",
      base: { a: { type: "integer", description: "范围值:1-4" }, b: wide },
      head: { a: { type: "integer", description: "范围值:1-2" }, b: wide },
      want: ["a wire risky maximum-changed"],
    },
    {
      name: "words alone",
      base: { a: { ...wide, description: "how many" }, b: wide },
      head: { a: { ...wide, description: "the number" }, b: { ...wide, description: "count" } },
      want: [],
    },
    {
      name: "nothing, though they differ",
      base: { a: narrow, b: wide },
      head: { a: narrow, b: wide },
      want: [],
    },
  ])("$name", ({ base, head, want }) => {
    expect(told(compareDocuments(taking(base), taking(head)))).toEqual(want);
  });

  it("counts for the version", () => {
    expect(stepFor(compareDocuments(taking({ a: wide, b: wide }), taking({ a: narrow, b: wide })))).toBe("major");
  });

  it("names the gateway in the message, and makes other fingerprints than a change of all", () => {
    const base = taking({ a: wide, b: wide });
    const [[one], [all]] = [
      compareDocuments(base, taking({ a: narrow, b: wide })),
      compareDocuments(base, taking({ a: narrow, b: narrow })),
    ];
    expect(one?.message).toBe("a: x in the request body of POST /draw: the largest value changed from 4 to 2");
    expect(one?.gateways).toEqual(["a"]);
    expect(all?.gateways).toBeUndefined();
    expect(one?.fingerprint).not.toBe(all?.fingerprint);
  });
});

describe("what one gateway changes in what callers get", () => {
  const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
    type: "object",
    properties,
    required,
  });
  const text: JsonObject = { type: "string" };

  it.each<{
    readonly name: string;
    readonly base: Gateways;
    readonly head: Gateways;
    readonly want: readonly string[];
  }>([
    {
      name: "a field that one no longer promises, as the other never did",
      base: { a: object({ u: text }, "u"), b: object({ u: text }) },
      head: { a: object({ u: text }), b: object({ u: text }) },
      want: ["a wire breaking property-required-changed"],
    },
    {
      name: "a field gone from one",
      base: { a: object({ u: text, v: text }), b: object({ u: text, v: text }) },
      head: { a: object({ u: text }), b: object({ u: text, v: text }) },
      want: ["a wire breaking property-removed"],
    },
    {
      name: "a field more at one, of which the types know already",
      base: { a: object({ u: text }), b: object({ u: text, v: text }) },
      head: { a: object({ u: text, v: text }), b: object({ u: text, v: text }) },
      want: ["a wire safe property-added"],
    },
  ])("$name", ({ base, head, want }) => {
    expect(told(compareDocuments(answering(base), answering(head)))).toEqual(want);
  });
});

describe("parameters, paths and components of one gateway", () => {
  const query = (schema: JsonObject, name = "n"): JsonObject => ({
    parameters: [{ name, in: "query", schema }],
    responses: {},
  });

  it("sees a parameter that one of them narrows", () => {
    const found = compareDocuments(
      offering({ a: query(wide), b: query(wide) }),
      offering({ a: query(narrow), b: query(wide) }),
    );
    expect(told(found)).toEqual(["a wire breaking maximum-changed"]);
  });

  it("sees a parameter that one of them gives up", () => {
    const none = { responses: {} };
    const found = compareDocuments(offering({ a: query(wide), b: query(wide) }), offering({ a: none, b: query(wide) }));
    expect(told(found)).toEqual(["a wire risky parameter-removed"]);
  });

  it("lays paths together whose parameters have other names", () => {
    const read = (name: string, maximum: number): JsonObject => ({
      [`/jobs/{${name}}`]: {
        get: {
          parameters: [
            { name, in: "path", required: true, schema: { type: "string" } },
            { name: "page", in: "query", schema: { type: "integer", maximum } },
          ],
          responses: {},
        },
      },
    });
    const of = (maximum: number): Document =>
      stateDocument(
        normalize([page({ paths: read("id", 9) }, "a"), page({ paths: read("job", maximum) }, "b")]).document,
      );
    expect(told(compareDocuments(of(9), of(9)))).toEqual([]);
    expect(told(compareDocuments(of(9), of(5)))).toEqual(["b wire breaking maximum-changed"]);
  });

  it("sees a component of the same name that one of them narrows, once for all that use it", () => {
    const using = (gateway: string, x: JsonObject) => {
      const schema = { $ref: "#/components/schemas/Job" };
      const paths = Object.fromEntries(
        ["/a", "/b"].map((path) => [path, { post: { ...json({ type: "object", properties: { job: schema } }) } }]),
      );
      return page({ paths, components: { schemas: { Job: bodyWith(x) } } }, gateway);
    };
    const of = (x: JsonObject): Document => stateDocument(normalize([using("a", x), using("b", wide)]).document);
    const found = compareDocuments(of(wide), of(narrow));
    expect(told(found)).toEqual(["a wire breaking maximum-changed"]);
    expect(found[0]?.operations).toEqual(["POST /a", "POST /b"]);
  });
});

describe("gateways that come and go", () => {
  const loose: JsonObject = { type: "string" };
  const strict: JsonObject = { type: "string", maxLength: 9, required: true };

  it("tells that an offer is gone, and not what follows from it", () => {
    const both = { a: loose, b: strict };
    const gone = offering({ b: json(bodyWith(strict)) });
    const kept = stateDocument(
      normalize([
        operationPage("POST /draw", json(bodyWith(strict)), "b"),
        operationPage("POST /other", json(undefined), "a"),
      ]).document,
    );
    expect(told(compareDocuments(taking(both), kept))).toEqual([
      "all wire breaking gateway-offer-removed",
      "all source breaking gateway-offer-removed",
      "all wire safe path-added",
    ]);
    expect(new Set(compareDocuments(taking(both), gone).map(({ rule }) => rule))).toEqual(
      new Set(["gateway-removed", "gateway-offer-removed"]),
    );
  });

  it("tells what a new gateway makes of the types, and that the old one states what it stated", () => {
    const found = compareDocuments(taking({ b: strict }), taking({ a: loose, b: strict }));
    expect(found.filter(({ axis, severity }) => axis === "wire" && severity !== "safe")).toEqual([]);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["gateway-added", "gateway-offer-added"]));
  });
});

describe("a base that does not say what each gateway states", () => {
  it("is compared as one document", () => {
    const { "x-docket-differences": _, ...base } = taking({ a: narrow, b: wide });
    expect(compareDocuments(base, taking({ a: narrow, b: wide }))).toEqual([]);
    expect(told(compareDocuments(base, taking({ a: narrow, b: narrow })))).toEqual([
      "all wire breaking maximum-changed",
    ]);
  });
});

describe("differences that no one of us wrote", () => {
  const document = taking({ a: wide, b: wide });
  it.each<readonly [string, unknown]>([
    ["no list", { a: 5 }],
    ["no entries", { a: [null, 1, "x", {}] }],
    ["paths that are none", { a: [{ at: "#/paths", is: 7 }] }],
    ["an operation that is none", { a: [{ at: "#/paths/~1draw/post", is: [] }] }],
    ["parameters that are none", { a: [{ at: "#/paths/~1draw/post/parameters", is: { a: 1 } }] }],
    ["a pointer without end", { a: [{ at: `#/paths${"/x".repeat(50_000)}`, is: 1 }] }],
    ["a pointer to the prototype", { a: [{ at: "#/__proto__/polluted", is: true }] }],
    ["the whole document", { a: [{ at: "#", is: "gone" }] }],
  ])("%s", (_name, differences) => {
    const text = JSON.stringify({ ...document, "x-docket-differences": differences });
    const hostile = stateDocument(JSON.parse(text));
    expect(() => [compareDocuments(hostile, document), compareDocuments(document, hostile)]).not.toThrow();
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("laws", () => {
  const field = fc.oneof(
    fc.record({ type: fc.constant("integer"), maximum: fc.nat(5) }),
    fc.record({ type: fc.constantFrom("string", "number") }),
    fc.record({ type: fc.constant("string"), enum: fc.subarray(["p", "q", "r"], { minLength: 1 }) }),
    fc.record({ type: fc.constant("string"), default: fc.constantFrom("p", "q") }),
    fc.record({ type: fc.constant("array"), items: fc.record({ type: fc.constantFrom("string", "integer") }) }),
  );
  const body = fc.tuple(fc.dictionary(fc.constantFrom("x", "y", "z"), field), fc.subarray(["x", "y", "z"])).map(
    ([properties, required]): JsonObject => ({
      type: "object",
      properties,
      required: required.filter((name) => Object.hasOwn(properties, name)),
    }),
  );
  const operations = fc.record({ a: fc.tuple(body, body), b: fc.tuple(body, body), c: fc.tuple(body, body) });
  const documentOf = (all: { readonly [id: string]: readonly [JsonObject, JsonObject] }): Document =>
    offering(Object.fromEntries(Object.entries(all).map(([id, [sent, got]]) => [id, json(sent, got)])));

  it("what is written down of a gateway is what its own pages say", () => {
    fc.assert(
      fc.property(operations, (all) => {
        const document = documentOf(all);
        for (const { gateway, base } of gatewayViews(document, document)) {
          const own = documentOf({ a: all[gateway === "b" ? "b" : gateway === "c" ? "c" : "a"] });
          const alike = { ...base, "x-docket-gateways": own["x-docket-gateways"] };
          const found = [...compareDocuments(alike, own), ...compareDocuments(own, alike)];
          expect(found.filter(({ rule }) => !rule.startsWith("gateway-"))).toEqual([]);
        }
      }),
      tries(25),
    );
  });

  it("a document against itself gives nothing", () => {
    fc.assert(
      fc.property(operations, (all) => {
        expect(compareDocuments(documentOf(all), documentOf(all))).toEqual([]);
      }),
      tries(25),
    );
  });

  it("what breaks no gateway alone breaks none in the document", () => {
    fc.assert(
      fc.property(operations, operations, (one, other) => {
        const found = compareDocuments(documentOf(one), documentOf(other));
        const broken = new Set(
          found
            .filter(({ axis, severity }) => axis === "wire" && severity === "breaking")
            .flatMap(({ gateways = ["a", "b", "c"] }) => gateways),
        );
        for (const id of ["a", "b", "c"] as const) {
          const alone = compareDocuments(documentOf({ a: one[id] }), documentOf({ a: other[id] }));
          const breaks = alone.some(({ axis, severity }) => axis === "wire" && severity === "breaking");
          expect([id, broken.has(id)]).toEqual([id, breaks]);
        }
      }),
      tries(25),
    );
  });

  it("swapping the documents swaps whom it is about nowhere", () => {
    fc.assert(
      fc.property(operations, operations, (one, other) => {
        const [there, back] = [
          compareDocuments(documentOf(one), documentOf(other)),
          compareDocuments(documentOf(other), documentOf(one)),
        ];
        const about = (findings: readonly Finding[]): readonly string[] =>
          [
            ...new Set(findings.filter(({ axis }) => axis === "wire").flatMap(({ gateways = ["all"] }) => gateways)),
          ].sort();
        expect(about(there)).toEqual(about(back));
      }),
      tries(25),
    );
  });
});
