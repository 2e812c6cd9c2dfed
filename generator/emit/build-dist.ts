import type { CompilerHost, CompilerOptions, SourceFile } from "typescript";
import type { EmittedFile } from "../plan.ts";
import { lazyModule } from "./lazy-module.ts";
import { escapeUnsafeLines } from "./text/unsafe-characters.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** `dist/`: JavaScript and declarations of the emitted sources. Nothing is checked or resolved: each file says it all. */
export function buildDist(files: readonly EmittedFile[]): readonly EmittedFile[] {
  const { createProgram } = loadTypeScript();
  const modules = files.filter(({ path }) => path.startsWith("src/") && path.endsWith(".ts"));
  const built = modules.filter(isTypesOnly).flatMap(copyTypes);
  const sources = modules.filter((module) => !isTypesOnly(module));
  const options = compilerOptions();
  const program = createProgram(
    sources.map(({ path }) => path),
    options,
    hostOf(sources, built),
  );
  program.emit();
  return built.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether a module holds interfaces and type aliases alone: such text is its own declaration file, and quickly written. */
function isTypesOnly({ text }: EmittedFile): boolean {
  return !/^(?:import|export (?:const|type [{*]|[{*]))/m.test(text);
}

function copyTypes({ path, text }: EmittedFile): readonly EmittedFile[] {
  const base = path.replace(/^src\//, "dist/").replace(/\.ts$/, "");
  return [
    { path: `${base}.js`, text: "export {};\n" },
    { path: `${base}.d.ts`, text },
  ];
}

function compilerOptions(): CompilerOptions {
  const { ModuleKind, NewLineKind, ScriptTarget } = loadTypeScript();
  return {
    target: ScriptTarget.ES2023,
    module: ModuleKind.ESNext,
    newLine: NewLineKind.LineFeed,
    rootDir: "src",
    outDir: "dist",
    types: [],
    noLib: true,
    noResolve: true,
    noCheck: true,
    declaration: true,
    isolatedDeclarations: true,
    verbatimModuleSyntax: true,
  };
}

/** A file system in memory: the sources to read, and a list to write to. */
function hostOf(sources: readonly EmittedFile[], built: EmittedFile[]): CompilerHost {
  const { createSourceFile } = loadTypeScript();
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  return {
    fileExists: (path) => texts.has(path),
    readFile: (path) => texts.get(path),
    getSourceFile: (path, options): SourceFile | undefined => {
      const text = texts.get(path);
      return text === undefined ? undefined : createSourceFile(path, text, options);
    },
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (path) => path,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    // Declarations state types of literals, which TypeScript writes with every character as it is.
    writeFile: (path, text) => built.push({ path, text: escapeUnsafeLines(text) }),
  };
}
