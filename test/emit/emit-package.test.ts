import { describe, expect, it } from "vitest";
import { checkEmitted } from "../../generator/emit/check-emitted.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { compileEmitted, compilers } from "./compile-emitted.ts";
import { emitAll } from "./emit-all.ts";
import { fluxDocument } from "./flux-document.ts";

const options = { name: "@docket/fal", version: "0.1.0", generatorVersion: "0.1.0", sources: [] };
const { plan } = planPackage(fluxDocument, options);
const files = emitAll(plan);

const caller = `
import type { EndpointMap } from "./endpoints.js";
import type { GatewayMap } from "./gateways.js";
type Input = EndpointMap["fal-ai/flux-1/dev"]["input"];
export const good: Input[] = [
  { prompt: "a", image_size: "landscape_4_3", seed: 15218022503948752270n },
  { prompt: "a", image_size: "of the gateway", acceleration: "ludicrous" },
  { prompt: "a", image_size: { width: 512, height: 512 }, output_format: "png" },
];
export const seed = (output: EndpointMap["fal-ai/flux-1/dev"]["output"]): number | bigint => output.seed;
export const offered: GatewayMap["anyapi"]["endpoints"] = "fal-ai/flux-1/dev";
`;

describe("emitSources and emitTexts", () => {
  it("writes the files of a package", () => {
    expect(files.map(({ path }) => path)).toEqual([
      "README.md",
      "openapi.yaml",
      "package.json",
      "src/api.ts",
      "src/constraints.ts",
      "src/defaults.ts",
      "src/endpoints.ts",
      "src/endpoints/fal-ai-flux-1-dev.ts",
      "src/endpoints/fal-ai-flux-lora.ts",
      "src/gateways.ts",
      "src/index.ts",
      "src/paths.ts",
      "src/proxy.ts",
      "src/schemas.ts",
      "src/streaming.ts",
      "src/upload.ts",
      "src/webhook.ts",
    ]);
  });

  it("passes its own gate", () => {
    expect(checkEmitted(files, plan)).toEqual([]);
  });

  it.each(compilers)("compiles under TypeScript %s, and so does a caller", (_, ts) => {
    expect(compileEmitted(ts, files, caller)).toEqual([]);
  });

  it.each([
    ["an unknown field", "{ prompt: 'a', promt: 1 }", "promt"],
    ["a missing field", "{ image_size: 'square' }", "prompt"],
    ["a wrong type", "{ prompt: 'a', num_inference_steps: '28' }", "not assignable"],
    ["a value outside a closed list", "{ prompt: 'a', output_format: 'webp' }", "webp"],
  ])("does not compile %s", (_, input, message) => {
    const wrong = `import type { InputOf } from "./endpoints.js";\nexport const x: InputOf<"fal-ai/flux-1/dev"> = ${input};\n`;
    const errors = compilers.slice(0, 1).flatMap(([, ts]) => compileEmitted(ts, files, wrong));
    expect(errors.join()).toContain(message);
    expect(errors).toHaveLength(1);
  });

  it.each([
    { what: "nothing, where nobody said", stated: {} },
    { what: "whose it is", stated: { author: "Acme" } },
    { what: "a license whose text is the owner's", stated: { license: "Apache-2.0", author: "Acme" } },
    { what: "MIT, and no text without an owner", stated: { license: "MIT" } },
    {
      what: "MIT, with its text",
      stated: { license: "MIT", author: "Acme\n Ltd\u202e" },
      line: "Copyright (c) Acme Ltd\\u202e",
    },
  ])("states $what", ({ stated, line }) => {
    const all = emitAll(planPackage(fluxDocument, { ...options, ...stated }).plan);
    const text = (path: string): string | undefined => all.find((file) => file.path === path)?.text;
    const { license, author } = JSON.parse(text("package.json") ?? "");
    expect({ license, author }).toEqual({ license: undefined, author: undefined, ...stated });
    expect(text("LICENSE")?.split("\n")[2]).toBe(line);
  });

  it("gives the same bytes again", () => {
    expect(emitAll(planPackage(structuredClone(fluxDocument), options).plan)).toEqual(files);
  });
});
