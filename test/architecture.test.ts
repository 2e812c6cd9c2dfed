import { describe, expect, it } from "vitest";
import { findImportCycles, importGraph } from "./support/import-graph.ts";

// Holds the arrows of CONTRIBUTING.md true: cli → commands → pipeline → stages → contracts.
const generator = importGraph(["generator"]);
const runtime = importGraph(["src"]);

/** Folders of the generator that are one stage each. */
const stages = ["read", "normalize", "plan", "emit"];
/** Folders that read a finished document. */
const readersOfDocuments = ["diff", "emulator"];

function folderOf(file: string): string {
  const parts = file.split("/");
  return parts.length > 2 ? (parts[1] ?? "") : "";
}

function importsFrom(folders: readonly string[], into: (folder: string) => boolean): readonly string[] {
  const found: string[] = [];
  for (const [file, imports] of generator) {
    if (!folders.includes(folderOf(file))) continue;
    for (const imported of imports) {
      if (imported.startsWith("generator/") && into(folderOf(imported)) && folderOf(imported) !== folderOf(file)) {
        found.push(`${file} → ${imported}`);
      }
    }
  }
  return found;
}

describe("imports of the generator", () => {
  it("see every file", () => {
    expect(generator.size).toBeGreaterThan(20);
    expect(generator.get("generator/cli.ts")).toContain("generator/commands/generate.ts");
  });

  it("have no cycles, types included", () => {
    expect(findImportCycles(generator)).toEqual([]);
  });

  it("do not lead from one stage to another, nor up", () => {
    expect(importsFrom(stages, (folder) => folder !== "")).toEqual([]);
  });

  it("lead from diff and emulator to contracts only", () => {
    expect(importsFrom(readersOfDocuments, (folder) => folder !== "")).toEqual([]);
  });

  it("do not lead to the pipeline but from commands, loaders and the entry", () => {
    const allowed = /^generator\/(commands\/|index\.ts)/;
    const found = [...generator]
      .filter(([, imports]) => imports.includes("generator/pipeline.ts"))
      .map(([file]) => file);
    expect(found.filter((file) => !allowed.test(file))).toEqual([]);
  });

  it.each([
    { module: "ts-morph", only: "generator/emit/print-module.ts" },
    { module: "openapi-typescript", only: "generator/emit/emit-paths.ts" },
    { module: "@docket/runtime", only: "generator/commands/run.ts" },
  ])("reach $module through $only alone", ({ module, only }) => {
    const found = [...generator]
      .filter(([, imports]) => imports.some((name) => name === module || name.startsWith(`${module}/`)))
      .map(([file]) => file);
    expect(found.filter((file) => file !== only)).toEqual([]);
  });
});

describe("imports of the runtime", () => {
  it("have no cycles, types included", () => {
    expect(findImportCycles(runtime)).toEqual([]);
  });

  it("reach nothing of Node and nothing of the generator", () => {
    const odd = [...runtime].flatMap(([file, imports]) =>
      imports
        .filter((name) => name.startsWith("node:") || name.startsWith("generator/"))
        .map((name) => `${file} → ${name}`),
    );
    expect(odd).toEqual([]);
  });

  it("reach openapi-fetch through http.ts alone", () => {
    const found = [...runtime].filter(([, imports]) => imports.includes("openapi-fetch")).map(([file]) => file);
    expect(found.filter((file) => file !== "src/http.ts")).toEqual([]);
  });
});

describe("findImportCycles", () => {
  it("finds a cycle and its members", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "x"]],
      ["c", ["b"]],
    ]);
    expect(findImportCycles(graph)).toEqual([["b", "c", "b"]]);
  });
});
