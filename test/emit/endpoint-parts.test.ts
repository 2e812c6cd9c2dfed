import { describe, expect, it } from "vitest";
import { maxEndpointModules, partOf } from "../../generator/plan/part-of.ts";
import { planPackage } from "../../generator/plan/plan-package.ts";
import { compileEmitted, compilers } from "./compile-emitted.ts";
import { emitAll } from "./emit-all.ts";
import { fluxDocument } from "./flux-document.ts";

const options = { name: "@docket/fal", version: "0.1.0", generatorVersion: "0.1.0", sources: [] };

function filesFor(maxModules?: number): ReadonlyMap<string, string> {
  const { plan } = planPackage(fluxDocument, { ...options, maxEndpointModules: maxModules });
  return new Map(emitAll(plan).map(({ path, text }) => [path, text]));
}

const own = filesFor(2);
const shared = filesFor(1);

const caller = `
import type { InputOf, OutputOf } from "./endpoints.js";
export const input: InputOf<"fal-ai/flux-1/dev"> = { prompt: "a", image_size: "landscape_4_3" };
export const seed = (output: OutputOf<"fal-ai/flux-1/dev">): number | bigint => output.seed;
// @ts-expect-error: a field that no endpoint has
export const wrong: InputOf<"fal-ai/flux-lora"> = { prompt: "a", colour: "red" };
`;

describe("modules of endpoints", () => {
  it("are one each up to the limit, and shared beyond it", () => {
    const modules = (files: ReadonlyMap<string, string>): readonly string[] =>
      [...files.keys()].filter((path) => path.startsWith("src/endpoints/"));
    expect(modules(own)).toEqual(["src/endpoints/fal-ai-flux-1-dev.ts", "src/endpoints/fal-ai-flux-lora.ts"]);
    const parts = ["fal-ai/flux-1/dev", "fal-ai/flux-lora"].map((id) => `src/endpoints/${partOf(id)}.ts`);
    expect(modules(shared)).toEqual([...new Set(parts)].sort());
  });

  it("leave every other module of the package as it is, but where it imports from", () => {
    const rest = (files: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
      [...files].filter(([path]) => !path.startsWith("src/endpoints") && path !== "README.md");
    expect(rest(shared)).toEqual(rest(own));
    const withoutImports = (text = ""): string => text.replace(/^import .*\n/gm, "");
    expect(withoutImports(shared.get("src/endpoints.ts"))).toBe(withoutImports(own.get("src/endpoints.ts")));
  });

  it("are explained in the README when they are shared", () => {
    expect(own.get("README.md")).not.toContain("part-0");
    expect(shared.get("README.md")).toContain("`InputOf<…>`");
  });

  it.each(compilers)("compile when they are shared, under TypeScript %s", (_, ts) => {
    const files = [...shared].map(([path, text]) => ({ path, text })).filter(({ path }) => path.endsWith(".ts"));
    expect(compileEmitted(ts, files, caller)).toEqual([]);
  });

  it("fall evenly on few parts, each by its own id", () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < maxEndpointModules; index += 1) {
      const part = partOf(`fal-ai/model-${index}`);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    expect(counts.size).toBe(16);
    expect(Math.max(...counts.values())).toBeLessThan(maxEndpointModules / 8);
  });
});
