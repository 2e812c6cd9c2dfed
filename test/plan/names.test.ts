import { describe, expect, it } from "vitest";
import { nameSlugs } from "../../generator/plan/name-slugs.ts";
import { nameTypes } from "../../generator/plan/name-types.ts";

describe("nameSlugs", () => {
  it.each([
    ["fal-ai/flux-1/dev", /^fal-ai-flux-1-dev$/],
    ["../../../../tmp/PWN", /^tmp-pwn$/],
    ["..\\..\\C:\\x", /^c-x$/],
    ["index", /^index-[0-9a-f]{8}$/],
    ["package.json", /^package-json$/],
    ["node_modules", /^node-modules-[0-9a-f]{8}$/],
    ["CON", /^con-[0-9a-f]{8}$/],
    ["", /^endpoint-[0-9a-f]{8}$/],
    ["任务", /^endpoint-[0-9a-f]{8}$/],
    ["x".repeat(1_000_000), /^x{100}-[0-9a-f]{8}$/],
  ])("%.30s", (id, want) => {
    expect(nameSlugs([id]).get(id)).toMatch(want);
  });

  it("tells ids apart that differ in case or punctuation only, whatever their order", () => {
    const ids = ["a/B", "a/b", "a-b", "a/c"];
    const slugs = nameSlugs(ids);
    expect(new Set(slugs.values()).size).toBe(4);
    expect(nameSlugs(ids.toReversed())).toEqual(slugs);
    expect(slugs.get("a/c")).toBe("a-c");
  });
});

describe("nameTypes", () => {
  it.each([
    ["fal-ai/flux-1/dev", /^FalAiFlux1Dev$/],
    ["QueueStatus", /^QueueStatus$/],
    ["3d model", /^N3dModel$/],
    ["Promise", /^PromiseSchema$/],
    ["class", /^Class$/],
    ["constructor", /^Constructor$/],
    ["__proto__", /^Proto$/],
    ["任务对象", /^Schema[0-9a-f]{8}$/],
    ["a'];PWN=1;type q=['", /^APWN1TypeQ$/],
    ["long ".repeat(100_000), /^(?:Long)+[0-9a-f]{8}$/],
  ])("%.30s", (text, want) => {
    const name = nameTypes([text], new Set()).get(text) ?? "";
    expect(name).toMatch(want);
    expect(name.length).toBeLessThanOrEqual(88);
  });

  it("tells apart what would get one name, and avoids names in use", () => {
    const names = nameTypes(["a-b", "a b", "Used"], new Set(["Used"]));
    expect(new Set(names.values()).size).toBe(3);
    expect(names.get("Used")).toBe("UsedSchema");
  });

  it("gives no name twice when a suffix makes one that exists", () => {
    const names = nameTypes(["File", "FileSchema"], new Set());
    expect(new Set(names.values()).size).toBe(2);
  });
});
