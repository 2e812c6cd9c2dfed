import { createRequire } from "node:module";
import type { CompilerOptions, TranspileOptions } from "typescript";
import type { EmittedFile } from "../plan.ts";

const require = createRequire(import.meta.url);
const loadTypeScript = (): typeof import("typescript") => require("typescript");

/** `dist/`: JavaScript and declarations of the emitted sources, each made from its file alone. */
export function buildDist(files: readonly EmittedFile[]): readonly EmittedFile[] {
  return files.filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts")).flatMap(buildFile);
}

function buildFile({ path, text }: EmittedFile): readonly EmittedFile[] {
  const { transpileDeclaration, transpileModule } = loadTypeScript();
  const base = path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
  const options: TranspileOptions = { compilerOptions: compilerOptions(), fileName: path };
  return [
    { path: `${base}.js`, text: transpileModule(text, options).outputText },
    { path: `${base}.d.ts`, text: transpileDeclaration(text, options).outputText },
  ];
}

function compilerOptions(): CompilerOptions {
  const { ModuleKind, NewLineKind, ScriptTarget } = loadTypeScript();
  return {
    target: ScriptTarget.ES2023,
    module: ModuleKind.ESNext,
    newLine: NewLineKind.LineFeed,
    isolatedDeclarations: true,
    declaration: true,
    verbatimModuleSyntax: true,
  };
}
