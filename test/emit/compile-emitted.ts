import { createRequire } from "node:module";
import type { CompilerHost, CompilerOptions, SourceFile } from "typescript";
import { runtimeEntries } from "../../generator/emit/emit-runtime-entries.ts";
import type { EmittedFile } from "../../generator/plan.ts";

type TypeScript = typeof import("typescript");

const require = createRequire(import.meta.url);

/** What emitted modules import from the runtime, without its code. */
export const runtimeStub: readonly EmittedFile[] = [
  // Callers have it of their DOM library or of @types/node.
  {
    path: "node_modules/@docket/runtime/blob.ts",
    text: "export {};\ndeclare global {\n  interface Blob {\n    readonly size: number;\n  }\n}\n",
  },
  {
    path: "node_modules/@docket/runtime/index.ts",
    text: `export interface FieldConstraint {
  readonly types?: readonly string[]; readonly values?: readonly unknown[];
  readonly minimum?: number; readonly maximum?: number; readonly exclusiveMinimum?: number; readonly exclusiveMaximum?: number;
  readonly multipleOf?: number; readonly minLength?: number; readonly maxLength?: number;
  readonly minItems?: number; readonly maxItems?: number;
  readonly origins: { readonly [keyword: string]: "schema" | "prose" | "overlay" };
}
export type CreateClient<Schema extends { endpoints: object; gateways: object }> = (gateway: keyof Schema["gateways"]) => Schema;
export declare function defineClient<Schema extends { endpoints: object; gateways: object }>(tables: object): CreateClient<Schema>;
`,
  },
  {
    path: "node_modules/@docket/runtime/api.ts",
    text: `export type CreateApi<Paths extends object, Gateways extends object> = (gateway: keyof Gateways) => Paths;
export declare function defineApi<Paths extends object, Gateways extends object>(tables: object): CreateApi<Paths, Gateways>;
`,
  },
  ...runtimeEntries.map((entry) => ({
    path: `node_modules/@docket/runtime/${entry}.ts`,
    text: `export declare const ${entry}: string;\n`,
  })),
];

/** The compilers of the versions that generated code must pass and that have an interface for programs. */
export const compilers: readonly (readonly [string, TypeScript])[] = [
  ["5.9", require("typescript")],
  ["6.0", require("typescript-6")],
];

/** The errors that a strict compiler has for emitted modules, and for a caller's module `src/caller.ts` beside them. */
export function compileEmitted(ts: TypeScript, files: readonly EmittedFile[], caller?: string): readonly string[] {
  const own = caller === undefined ? [] : [{ path: "src/caller.ts", text: caller }];
  const sources = new Map([...files, ...runtimeStub, ...own].map(({ path, text }) => [`/package/${path}`, text]));
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"));
  const program = ts.createProgram(roots, options(ts), hostOf(ts, sources));
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText, start }) => {
    const line = file === undefined ? 0 : file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${file?.fileName ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}

function options(ts: TypeScript): CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts"],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    paths: {
      "@docket/runtime": ["/package/node_modules/@docket/runtime/index.ts"],
      "@docket/runtime/*": ["/package/node_modules/@docket/runtime/*.ts"],
    },
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    noImplicitReturns: true,
    isolatedDeclarations: true,
    declaration: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    noEmit: true,
  };
}

function hostOf(ts: TypeScript, sources: ReadonlyMap<string, string>): CompilerHost {
  const disk = ts.createCompilerHost(options(ts));
  return {
    ...disk,
    getCurrentDirectory: () => "/package",
    fileExists: (path) => sources.has(path) || (path.includes("/lib.") && disk.fileExists(path)),
    readFile: (path) => sources.get(path) ?? disk.readFile(path),
    directoryExists: (path) => [...sources.keys()].some((file) => file.startsWith(`${path}/`)),
    getSourceFile: (path, target) => {
      const text = sources.get(path);
      return text === undefined ? readLibrary(ts, path, disk) : ts.createSourceFile(path, text, target);
    },
  };
}

const libraries = new Map<string, SourceFile | undefined>();

function readLibrary(ts: TypeScript, path: string, disk: CompilerHost): SourceFile | undefined {
  if (!libraries.has(path)) libraries.set(path, disk.getSourceFile(path, ts.ScriptTarget.ES2023));
  return libraries.get(path);
}
