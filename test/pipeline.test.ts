import { describe, expect, it } from "vitest";
import { emitCode } from "../generator/emit/emit-code.ts";
import type { CodeEmitter } from "../generator/host.ts";
import { generateClient, mineProse, normalizeDocuments, type Project, readDocuments } from "../generator/index.ts";
import { generateClientWith, normalizeProject } from "../generator/pipeline.ts";
import { samplePage } from "./support/sample-page.ts";

// The programmatic entry, as a program would use it: bytes in, plain data out.
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const page = { path: "pages/draw.md", bytes: bytes(samplePage()) };

function projectOf(...pages: readonly string[]): Project {
  return {
    config: {
      package: "@acme/client",
      version: "1.2.3",
      output: "generated",
      gateways: [{ id: "acme", documents: [], queue: "fal-gateway", protocols: [] }],
      overlays: [],
    },
    pages: pages.map((text, index) => ({ path: `pages/${index}.md`, gateway: "acme", bytes: bytes(text) })),
    overlays: [],
  };
}

describe("readDocuments", () => {
  it("gives loose OpenAPI objects, and diagnostics for the rest", () => {
    const { documents, diagnostics } = readDocuments([page, { path: "noise.txt", bytes: bytes("{{{") }]);
    expect(documents.map(({ file, format }) => [file, format])).toEqual([["pages/draw.md", "apifox-page"]]);
    expect(diagnostics.map(({ file, severity }) => [file, severity])).toContainEqual(["noise.txt", "error"]);
  });
});

describe("normalizeProject", () => {
  it("counts the operations that a path refers to among those of its page", () => {
    const shared = "components:\n  pathItems:\n    A: { post: { operationId: draw, responses: {} } }\n";
    const text = `openapi: 3.1.0\npaths:\n  /a: { $ref: "#/components/pathItems/A" }\n${shared}`;
    const { document, sources } = normalizeProject(projectOf(text));
    expect(sources.map(({ operations }) => operations)).toEqual([["POST /a"]]);
    expect(document.paths["/a"]).toMatchObject({ post: { operationId: "draw" } });
  });
});

describe("normalizeDocuments", () => {
  it("gives one document for all pages", () => {
    const { documents } = readDocuments([page]);
    const { document } = normalizeDocuments({
      package: { name: "@acme/client", version: "1.2.3" },
      pages: documents.map((one) => ({ gatewayId: "acme", document: one })),
      gateways: { acme: { queue: "fal-gateway" } },
      overlays: [],
    });
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toEqual(["/acme/draw"]);
    expect(document["x-docket-gateways"]).toMatchObject({
      acme: { server: "https://api.acme.example", auth: "bearer" },
    });
  });
});

describe("mineProse", () => {
  it("says what it found and where", () => {
    const text = "推理步骤数。默认值:28  .范围值:0-50";
    const { keywords, facts } = mineProse(text, { type: "integer" });
    expect(keywords).toEqual({ default: 28, minimum: 0, maximum: 50 });
    const evidence = Object.fromEntries(facts.map(({ keyword, start, end }) => [keyword, text.slice(start, end)]));
    expect(evidence).toMatchObject({ default: expect.stringContaining("28"), maximum: expect.stringContaining("50") });
  });
});

describe("generateClient", () => {
  it("gives every file that the design lists", () => {
    const { files, diagnostics } = generateClient(projectOf(samplePage()));
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "README.md",
        "openapi.yaml",
        "package.json",
        "src/api.ts",
        "src/constraints.ts",
        "src/defaults.ts",
        "src/endpoints.ts",
        "src/endpoints/acme-draw.ts",
        "src/gateways.ts",
        "src/index.ts",
        "src/paths.ts",
        "dist/index.js",
        "dist/index.d.ts",
      ]),
    );
  });

  it("gives no file when a document holds an error", () => {
    const { files, plan, diagnostics } = generateClient(projectOf(samplePage(), "openapi: 3.0.1\npaths: [\n"));
    expect(files).toEqual([]);
    expect(plan).toBeUndefined();
    expect(diagnostics.map(({ severity }) => severity)).toContain("error");
  });

  it("does not depend on the order of the pages", () => {
    const pages = [
      samplePage(),
      samplePage({ path: "/acme/other" }),
      samplePage({ path: "/acme/third", defaultSteps: 4 }),
    ];
    const project = projectOf(...pages);
    const turned = { ...project, pages: [...project.pages].reverse() };
    expect(generateClient(turned).files).toEqual(generateClient(project).files);
  });
});

describe("generateClientWith", () => {
  it("gives the same as one thread, whoever emits the code from a copy of the plan", async () => {
    const project = projectOf(samplePage(), samplePage({ path: "/acme/other" }));
    const copying: CodeEmitter = { emit: async (plan) => emitCode(structuredClone(plan)), close: () => {} };
    expect(await generateClientWith(copying, project)).toEqual(generateClient(project));
  });

  it("asks nobody to emit when a document holds an error", async () => {
    const never: CodeEmitter = { emit: () => Promise.reject(new Error("asked")), close: () => {} };
    const project = projectOf(samplePage(), "openapi: 3.0.1\npaths: [\n");
    expect((await generateClientWith(never, project)).files).toEqual([]);
  });

  it("fails when who emits fails", async () => {
    const broken: CodeEmitter = { emit: () => Promise.reject(new Error("out of memory")), close: () => {} };
    await expect(generateClientWith(broken, projectOf(samplePage()))).rejects.toThrow("out of memory");
  });
});
