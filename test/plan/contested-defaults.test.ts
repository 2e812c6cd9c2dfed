import { describe, expect, it } from "vitest";
import { clientTables, type GeneratedClient, generateClient } from "../../generator/pipeline.ts";
import { statedDefaults, withContestedDefaults } from "../../generator/plan/contested-defaults.ts";
import { samplePage } from "../support/sample-page.ts";

/** The client of gateways whose pages state these defaults for the steps. */
function clientOf(steps: Readonly<Record<string, string>>): GeneratedClient {
  const gateways = Object.keys(steps);
  return generateClient({
    config: {
      package: "draw",
      version: "0.1.0",
      output: "generated",
      gateways: gateways.map((id) => ({ id, documents: [id], queue: "fal-gateway", protocols: [] })),
      overlays: [],
    },
    pages: gateways.map((gateway) => ({
      gateway,
      path: `${gateway}/draw.md`,
      bytes: new TextEncoder().encode(samplePage().replace("默认值:28", steps[gateway] ?? "")),
    })),
    overlays: [],
  });
}

function textOf({ files }: GeneratedClient, path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

describe("a default that gateways contest", () => {
  it.each([
    { name: "by two", given: { alpha: "默认值:30", beta: "默认值:28" }, want: "`30` (alpha), `28` (beta)" },
    {
      name: "by one against two",
      given: { alpha: "默认值:30", beta: "默认值:28", gamma: "默认值:28" },
      want: "`30` (alpha), `28` (beta, gamma)",
    },
    {
      name: "by one against two, met last",
      given: { alpha: "默认值:28", beta: "默认值:28", gamma: "默认值:30" },
      want: "`28` (alpha, beta), `30` (gamma)",
    },
    {
      name: "by three, of whom one is silent",
      given: { alpha: "默认值:30", beta: "", gamma: "默认值:28" },
      want: "`30` (alpha), `28` (gamma)",
    },
  ])("$name is named with its gateways and is in no table", ({ given, want }) => {
    const client = clientOf(given);
    expect(client.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(textOf(client, "src/endpoints/acme-draw.ts")).toContain(`Default: ${want}`);
    expect(textOf(client, "README.md")).toContain(`| ${want} |`);
    expect(textOf(client, "README.md")).toContain("default: gateways differ");
    expect(client.plan && clientTables(client.plan).defaults["acme/draw"]).not.toHaveProperty("steps");
    expect(textOf(client, "openapi.yaml")).not.toContain("x-docket-contested");
    expect(textOf(client, "openapi.yaml")).not.toContain("x-docket-defaults");
  });

  it.each([
    { name: "all state", given: { alpha: "默认值:28", beta: "默认值:28" } },
    { name: "one states and the other does not mention", given: { alpha: "", beta: "默认值:28" } },
    { name: "the only gateway states", given: { alpha: "默认值:28" } },
  ])("is none where it is what $name", ({ given }) => {
    const client = clientOf(given);
    expect(textOf(client, "src/endpoints/acme-draw.ts")).toContain("Default: `28` (prose)");
    expect(client.plan && clientTables(client.plan).defaults["acme/draw"]).toHaveProperty("steps", 28);
  });
});

describe("withContestedDefaults", () => {
  const document = {
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    "x-docket-gateways": {},
    paths: {},
    components: { schemas: {}, securitySchemes: {} },
    "x-docket-differences": {
      alpha: [
        { at: "#/body/properties/a~1b/default", is: 1 },
        { at: "#/components/schemas/Size/default", is: "s" },
        { at: "#/components/schemas/Input/properties/c/default", is: [1] },
        { at: "#/body/properties/silent/default" },
      ],
      beta: [
        { at: "#/body/properties/a~1b/default", is: 2 },
        { at: "#/components/schemas/Size/default", is: "m" },
        { at: "#/components/schemas/Input/properties/c/default", is: [2] },
        { at: "#/body/properties/silent/default", is: 5 },
      ],
    },
  } as const;
  const stated = statedDefaults(document);

  it.each([
    { name: "in the body", body: {}, field: "a/b", schema: {}, want: [1, 2] },
    {
      name: "behind the reference of a field",
      body: {},
      field: "x",
      schema: { $ref: "#/components/schemas/Size" },
      want: ["s", "m"],
    },
    {
      name: "behind the reference of the body",
      body: { $ref: "#/components/schemas/Input" },
      field: "c",
      schema: {},
      want: [[1], [2]],
    },
    { name: "of one gateway alone", body: {}, field: "silent", schema: {}, want: undefined },
    { name: "beside one that stands", body: {}, field: "a/b", schema: { default: 3 }, want: undefined },
  ])("finds a default $name", ({ body, field, schema, want }) => {
    const input = { properties: { [field]: schema } };
    const found = withContestedDefaults(input, body, "#/body", ["beta", "alpha"], stated);
    expect(found.properties?.[field]?.["x-docket-defaults"]?.map(({ value }) => value)).toEqual(want);
  });

  it("counts only gateways that offer the endpoint", () => {
    const input = { properties: { "a/b": {} } };
    expect(withContestedDefaults(input, {}, "#/body", ["alpha", "gamma"], stated)).toEqual(input);
    expect(withContestedDefaults(input, {}, "#/body", ["alpha"], stated)).toBe(input);
  });
});
