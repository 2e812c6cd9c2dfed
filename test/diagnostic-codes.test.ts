import { describe, expect, it } from "vitest";
import { type Diagnostic, hasErrors } from "../generator/diagnostic.ts";
import type { DiagnosticCode } from "../generator/diagnostic-codes.ts";
import { checkEmitted } from "../generator/emit/check-emitted.ts";
import { loadProject } from "../generator/load-project.ts";
import { generateClient } from "../generator/pipeline.ts";
import { planPackage } from "../generator/plan/plan-package.ts";
import { fluxDocument } from "./emit/flux-document.ts";
import { memoryFiles } from "./support/memory-files.ts";
import { testHost } from "./support/test-host.ts";

/** Documents by path. */
type Files = { readonly [path: string]: string | Uint8Array };

/** What raises a code, and where the finding stands; `at` is `file:line:column`, or `file` alone, or nothing. */
interface Raised {
  readonly files?: Files;
  /** For what no document brings about: a net below other stages. */
  readonly ask?: () => readonly Diagnostic[];
  readonly at?: string;
}

const config = "package: p\ngateways:\n  acme: { documents: pages }\n";
const two = "package: p\ngateways:\n  acme: { documents: pages/acme }\n  base: { documents: pages/base }\n";
const head = "openapi: 3.1.0\ninfo: { title: t, version: 1.0.0 }\nservers: [{ url: https://acme.example }]\n";
const ok = '      responses: { "200": { description: ok } }\n';
/** Lines 1 to 6 of a document; what follows is of the operation and begins in line 7. */
const draw = `${head}paths:\n  /acme/draw:\n    post:\n`;
/** A page whose only field has this schema, which stands in line 11. */
const field = (schema: string): string =>
  `${draw}      requestBody:\n        content:\n          application/json:\n            schema:\n              { type: object, properties: { steps: ${schema} } }\n${ok}`;
const prose = (description: string, type = "integer"): string =>
  field(`{ type: ${type}, description: "${description}" }`);
const page = (text: string | Uint8Array): Files => ({ "docket.yaml": config, "pages/a.yaml": text });
const answer = (schema: string): string =>
  `      responses: { "200": { description: ok, content: { application/json: { schema: ${schema} } } } }\n`;
const components = (schemas: string): string => `components:\n  schemas:\n${schemas}`;
const queued = answer("{ type: object, properties: { request_id: { type: string }, response_url: { type: string } } }");
const overlay = (action: string): string =>
  `overlay: 1.0.0\ninfo: { title: o, version: 1.0.0 }\nactions:\n  - ${action}\n`;
const withOverlay = (text: string): Files => ({
  "docket.yaml": `${config}overlays: [o.yaml]\n`,
  "pages/a.yaml": draw + ok,
  "o.yaml": text,
});
const block = (lines: string): string => `# Draw\n\n\`\`\`yaml\n${lines}\n\`\`\`\n`;

/** For every code, the smallest input that raises it. A code without a row does not compile. */
const raised: Readonly<Record<DiagnosticCode, Raised>> = {
  "ambiguous-indentation": {
    at: "pages/a.md:22:1",
    files: {
      "docket.yaml": config,
      "pages/a.md": block(
        "openapi: 3.0.1\ninfo:\ntitle: ''\nversion: 1.0.0\npaths:\n/acme/draw:\npost:\nrequestBody:\ncontent:\napplication/json:\nschema:\ntype: object\nproperties:\nstyle:\ntype: object\nproperties:\nname:\ntype: string\nseed:\ntype: integer\nresponses:\n'200':\ndescription: ok",
      ),
    },
  },
  "body-on-get": {
    at: "pages/a.yaml:7:20",
    files: page(
      `${head}paths:\n  /a:\n    get:\n      requestBody: { content: { application/json: { schema: { type: object } } } }\n${ok}`,
    ),
  },
  "config-invalid": {
    at: "docket.yaml:1:10",
    files: { "docket.yaml": "package: 7\ngateways: { acme: { documents: pages } }\n" },
  },
  "config-missing": { files: {} },
  "config-unknown-key": {
    at: "docket.yaml:1:1",
    files: { "docket.yaml": `pakage: p\n${config}`, "pages/a.yaml": draw + ok },
  },
  "default-mapping": {
    at: "pages/a.yaml:11:131",
    files: page(
      field("{ oneOf: [{ type: object }], discriminator: { propertyName: a, defaultMapping: B } }").replace(
        "3.1.0",
        "3.2.0",
      ),
    ),
  },
  "default-unfit": { at: "pages/a.yaml:11:78", files: page(field("{ type: integer, default: many }")) },
  "document-too-large": { at: "pages/a.yaml:1:1", files: page(new Uint8Array(32 * 1024 * 1024 + 1).fill(0x20)) },
  "document-unreadable": {
    files: { "docket.yaml": `${config}overlays: [pages]\n`, "pages/a.yaml": draw + ok },
  },
  "documents-missing": { files: { "docket.yaml": config } },
  "duplicate-endpoint": {
    ask: () => {
      const { paths } = fluxDocument;
      const [path = ""] = Object.keys(paths).filter((name) => paths[name]?.post?.["x-docket-queue"]?.role === "submit");
      return planPackage({ ...fluxDocument, paths: { ...paths, "/v2": paths[path] ?? {} } }, options).diagnostics;
    },
  },
  "duplicate-key": { at: "pages/a.yaml:8:7", files: page(`${draw}      summary: one\n      summary: two\n${ok}`) },
  "duplicate-operation": {
    at: "pages/b.yaml:7:7",
    files: {
      "docket.yaml": config,
      "pages/a.yaml": field("{ type: integer }"),
      "pages/b.yaml": field("{ type: string }"),
    },
  },
  "external-reference": {
    at: "pages/a.yaml:11:60",
    files: page(field("{ $ref: 'https://acme.example/schema.json' }")),
  },
  "gateways-differ": {
    at: "pages/acme/a.yaml:7:7",
    files: {
      "docket.yaml": two,
      "pages/acme/a.yaml": field("{ type: integer, maximum: 4 }"),
      "pages/base/a.yaml": field("{ type: integer, maximum: 8 }"),
    },
  },
  "incomplete-json": {
    at: "pages/a.txt:4:104",
    files: {
      "docket.yaml": config,
      "pages/a.txt":
        '概览\nPOST /acme/draw\n请求体\n{"type":"application/json","jsonSchema":{"type":"object","properties":{"prompt":{"type":"string"},"n":{"ty\n响应\n[]\n',
    },
  },
  "input-not-object": {
    files: page(`${draw}      requestBody: { content: { application/json: { schema: { type: string } } } }\n${queued}`),
  },
  "invalid-character": { at: "pages/a.yaml:8:1", files: page(`${draw}${ok}\0`) },
  "invalid-json": {
    at: "pages/a.json:1:21",
    files: { "docket.yaml": config, "pages/a.json": '{"openapi": "3.1.0" "paths": {}}' },
  },
  "invalid-keyword": { at: "pages/a.yaml:11:78", files: page(field("{ type: integer, maximum: '4' }")) },
  "invalid-path": { at: "pages/a.yaml:6:5", files: page(`${head}paths:\n  /acme/{draw:\n    post:\n${ok}`) },
  "invalid-status": {
    at: "pages/a.yaml:7:26",
    files: page(`${draw}      responses: { fine: { description: ok }, "200": { description: ok } }\n`),
  },
  "invalid-utf8": { at: "pages/a.yaml:1:4", files: page(Uint8Array.of(0x6f, 0x70, 0xc3, 0x28)) },
  "invalid-yaml": { at: "pages/a.yaml:8:20", files: page(`${draw}      summary: "one\n${ok}`) },
  "invisible-character": { at: "pages/a.yaml:11:52", files: page(field("{ type: string, enum: ['a\u202eb'] }")) },
  "malformed-operation": {
    at: "pages/a.yaml:6:11",
    files: page(`${head}paths:\n  /acme/draw:\n    post: later\n    get:\n${ok}`),
  },
  "misplaced-value": { at: "pages/a.yaml:11:52", files: page(field("7")) },
  "native-reference": { at: "pages/a.yaml:11:60", files: page(field("{ $ref: '#/definitions/123' }")) },
  "nesting-too-deep": {
    at: "pages/a.yaml:7:262",
    files: page(`${draw}      x: ${"[".repeat(300)}${"]".repeat(300)}\n${ok}`),
  },
  "no-operation": {
    at: "pages/b.md:1:1",
    files: { "docket.yaml": config, "pages/a.yaml": draw + ok, "pages/b.md": "# Welcome\n\nSay hello.\n" },
  },
  "number-not-finite": { at: "pages/a.yaml:11:77", files: page(field("{ type: number, maximum: .inf }")) },
  "number-rounded": {
    at: "pages/a.yaml:11:78",
    files: page(field("{ type: integer, example: 15218022503948752271 }")),
  },
  "other-credentials": {
    files: page(
      `${draw}${ok}components:\n  securitySchemes:\n    own: { type: apiKey, in: header, name: xi-api-key }\n`,
    ),
  },
  "output-refused": { ask: () => checkEmitted([{ path: "../x.ts", text: "" }], plan()) },
  "output-unknown": { at: "pages/a.yaml:7:7", files: page(draw + queued) },
  "overlay-invalid": { at: "o.yaml:1:1", files: withOverlay("openapi: 3.1.0\n") },
  "overlay-unmatched": {
    at: "o.yaml:4:13",
    files: withOverlay(overlay("target: $.paths['/nowhere']\n    remove: true")),
  },
  "page-index": {
    at: "pages/llms.txt:1:1",
    files: {
      "docket.yaml": config,
      "pages/a.yaml": draw + ok,
      "pages/llms.txt":
        "# Acme\n\n## Docs\n- [Draw](https://acme.example/1.md)\n- [Redraw](https://acme.example/2.md)\n- [Write](https://acme.example/3.md)\n",
    },
  },
  "pages-merged": {
    at: "pages/a.yaml:7:7",
    files: {
      "docket.yaml": config,
      "pages/a.yaml": field("{ type: integer }").replace("    post:", "    post:\n      summary: Chat"),
      "pages/b.yaml": field("{ type: string }").replace("    post:", "    post:\n      summary: See"),
    },
  },
  "prose-contradicts-itself": {
    at: "pages/a.yaml:11:90",
    files: page(prose("默认值:big 可选值:small、medium", "string")),
  },
  "prose-contradicts-schema": {
    at: "pages/a.yaml:11:95",
    files: page(field('{ type: integer, maximum: 4, description: "范围值:1-8" }')),
  },
  "prose-lists-default": {
    at: "pages/a.yaml:11:94",
    files: page(prose("默认值:none 支持:default、none、high", "string")),
  },
  "prose-spells-differently": { at: "pages/a.yaml:11:93", files: page(prose("默认值:jpeg 支持JPEG、png", "string")) },
  "prose-too-long": { at: "pages/a.yaml:11:82", files: page(prose("很".repeat(16_385))) },
  "recursive-schema": {
    at: "pages/a.yaml:15:8",
    files: page(
      `${field("{ $ref: '#/components/schemas/A' }")}${components("    A: { anyOf: [{ type: string }, { $ref: '#/components/schemas/A' }] }\n")}`,
    ),
  },
  "reference-ring": {
    at: "pages/a.yaml:11:60",
    files: page(
      `${field("{ $ref: '#/components/schemas/A' }")}${components("    A: { $ref: '#/components/schemas/B' }\n    B: { $ref: '#/components/schemas/A' }\n")}`,
    ),
  },
  "repaired-json": {
    at: "pages/a.json:1:74",
    files: {
      "docket.yaml": config,
      "pages/a.json": '{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": {},}',
    },
  },
  "repaired-yaml": {
    at: "pages/a.md:10:16",
    files: {
      "docket.yaml": config,
      "pages/a.md": block(field("{ type: integer }").replace("    post:", "    post:\n      summary: draw: or not")),
    },
  },
  "repeated-operation-id": {
    at: "pages/a.yaml:7:20",
    files: page(`${draw}      operationId: draw\n${ok}    put:\n      operationId: draw\n${ok}`),
  },
  "repeated-page": {
    at: "pages/b.yaml:7:7",
    files: { "docket.yaml": config, "pages/a.yaml": draw + ok, "pages/b.yaml": draw + ok },
  },
  "secret-redacted": {
    at: "pages/a.yaml:11:52",
    files: page(field('{ type: string, example: "sk-9fK2mQ7xT4vB8nR1cY6wZ3hJ5pL0dG" }')),
  },
  "servers-differ": {
    files: {
      "docket.yaml": config,
      "pages/a.yaml": draw + ok,
      "pages/b.yaml": (draw + ok).replace("acme.example", "other.example").replace("/acme/draw", "/acme/b"),
    },
  },
  "several-yaml-documents": { at: "pages/a.yaml:8:1", files: page(`${draw}${ok}---\n${draw}${ok}`) },
  "stray-space-in-name": {
    at: "pages/a.yaml:11:91",
    files: page(field("{ type: object, properties: { 'name ': { type: string } } }")),
  },
  "too-many-aliases": {
    at: "pages/a.yaml:2:30005",
    files: page(`x: &x 1\ny: [${"*x,".repeat(10_001)}]\n${draw}${ok}`),
  },
  "too-many-values": {
    at: "pages/a.yaml:1:2006",
    files: page(`x: &x [${"1,".repeat(2000)}]\ny: [${"*x,".repeat(600)}]\n${draw}${ok}`),
  },
  "unknown-format": { at: "pages/a.yaml:1:1", files: page("hello: world\n") },
  "unknown-path-parameter": {
    at: "pages/a.yaml:7:28",
    files: page(`${draw}      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n${ok}`),
  },
  "unknown-protocol": {
    ask: () => {
      const { "x-docket-gateways": gateways } = fluxDocument;
      const [id = "", gateway] = Object.entries(gateways)[0] ?? [];
      const spoken = gateway === undefined ? {} : { [id]: { ...gateway, queue: "carrier-pigeon" } };
      return planPackage({ ...fluxDocument, "x-docket-gateways": { ...gateways, ...spoken } }, options).diagnostics;
    },
  },
  "unknown-required": {
    at: "pages/a.yaml:11:78",
    files: page(field("{ type: object, required: [gone], properties: { here: { type: string } } }")),
  },
  "unknown-type": { at: "pages/a.yaml:11:60", files: page(field("{ type: picture }")) },
  "unresolved-reference": { at: "pages/a.yaml:11:60", files: page(field("{ $ref: '#/components/schemas/Gone' }")) },
  "unsupported-method": {
    at: "pages/a.yaml:7:7",
    files: page(`${head}paths:\n  /acme/draw:\n    query:\n${ok}    post:\n${ok}`),
  },
  "unsupported-parameter": {
    at: "pages/a.yaml:7:35",
    files: page(`${draw}      parameters: [{ name: q, in: querystring, content: { text/plain: {} } }]\n${ok}`),
  },
  "unsupported-version": {
    at: "pages/a.yaml:1:10",
    files: page("openapi: 4.0.0\ninfo: { title: t, version: 1.0.0 }\npaths: {}\n"),
  },
  "webhooks-left-out": { at: "pages/a.yaml:9:3", files: page(`${draw}${ok}webhooks:\n  done:\n    post:\n${ok}`) },
};

const options = { name: "p", version: "1.0.0", generatorVersion: "0", sources: [] };
const plan = () => planPackage(fluxDocument, options).plan;

async function diagnose(files: Files): Promise<readonly Diagnostic[]> {
  const cwd = "/nowhere";
  const loaded = await loadProject(testHost({ cwd, files: memoryFiles(cwd, files) }), {});
  if (hasErrors(loaded.diagnostics)) return loaded.diagnostics;
  return [...loaded.diagnostics, ...generateClient(loaded.project).diagnostics];
}

describe("every diagnostic code", () => {
  it.each(Object.entries(raised))("%s is raised, at its place", async (code, { files, ask, at }) => {
    const diagnostics = ask?.() ?? (await diagnose(files ?? {}));
    const found = diagnostics.find((one) => one.code === code);
    const place = found && [found.file, found.line, found.column].filter((part) => part !== undefined).join(":");
    expect({ code: found?.code, at: place }).toEqual({ code, at: at ?? "" });
  });
});
