import { describe, expect, it } from "vitest";
import type { Document, Schema } from "../../generator/document.ts";
import { emitReadme } from "../../generator/emit/emit-readme.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";

const size: Schema = {
  type: "object",
  required: ["width"],
  properties: { width: { type: "integer", default: 512, maximum: 9 }, height: { type: "integer", default: "tall" } },
};

function plan(style: Schema): ReturnType<typeof planPackage> {
  const properties = { style };
  const document: Document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    "x-docket-gateways": { acme: { auth: "none", queue: "fal-gateway" } },
    paths: {
      "/a/b": {
        post: {
          operationId: "ab",
          requestBody: { content: { "application/json": { schema: { type: "object", properties } } } },
          responses: { "200": { description: "" } },
          "x-docket-gateways": ["acme"],
          "x-docket-queue": { role: "submit", endpoint: "a/b", protocols: { acme: "fal-gateway" } },
        },
      },
    },
    components: {
      schemas: { Size: size, Ring: { type: "object", properties: { ring: { $ref: "#/components/schemas/Ring" } } } },
      securitySchemes: {},
    },
  };
  return planPackage(document, { name: "p", version: "1.0.0", generatorVersion: "1", sources: [] });
}

const ref = { $ref: "#/components/schemas/Size" };

describe("the rows of a field", () => {
  it.each<{ readonly name: string; readonly given: Schema; readonly want: readonly string[] }>([
    {
      name: "an object",
      given: size,
      want: ["| `style` | object |", "| `style.width` (required) | integer | `512` | at most 9 |"],
    },
    {
      name: "a named object",
      given: ref,
      want: ["| `style` | `Size` |", "| `style.width` (required) |", "| `style.height` |"],
    },
    {
      name: "an object or a word",
      given: { anyOf: [{ type: "string" }, ref] },
      want: ["| `style` | `Size`, string |", "| `style.width` | integer | `512` |"],
    },
    {
      name: "a list of objects",
      given: { type: "array", items: ref },
      want: ["| `style` | array |", "| `style[].width` (required) |"],
    },
    { name: "a ring, one level", given: { $ref: "#/components/schemas/Ring" }, want: ["| `style.ring` | object |"] },
  ])("show the members of $name", ({ given, want }) => {
    const { text } = emitReadme(plan(given).plan);
    for (const row of want) expect(text).toContain(row);
    expect(text).not.toContain(".ring.ring");
  });

  it.each([{ type: "string" }, { type: "array", items: { type: "string" } }, { type: "object" }, {}] as const)(
    "are one where there is nothing inside: %j",
    (given) => {
      const [field] = plan(given).plan.endpoints[0]?.fields ?? [];
      expect(field).not.toHaveProperty("members");
      expect(field).not.toHaveProperty("models");
    },
  );

  it("says nothing of a member's default that does not fit, and shows none", () => {
    const { plan: planned, diagnostics } = plan(size);
    expect(diagnostics).toEqual([]);
    expect(planned.endpoints[0]?.fields[0]?.members?.fields[1]).not.toHaveProperty("default");
  });
});
