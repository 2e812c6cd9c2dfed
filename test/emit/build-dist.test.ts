import {
  createPrinter,
  createSourceFile,
  ModuleKind,
  ScriptTarget,
  transpileDeclaration,
  transpileModule,
} from "typescript";
import { describe, expect, it } from "vitest";
import { buildDist } from "../../generator/emit/build-dist.ts";

const build = (text: string): readonly (readonly [string, string])[] =>
  buildDist([
    { path: "src/endpoints/m.ts", text },
    { path: "README.md", text: "# m\n" },
  ]).map(({ path, text }) => [path, text]);

describe("buildDist", () => {
  it("makes JavaScript and declarations of a module", () => {
    expect(
      build(
        'import type { A } from "../a.js";\nimport { b } from "../b.js";\n\n/** A table. */\nexport const t = { n: 1, ["__proto__"]: ["x"] } as const;\nexport const c: A<1> = b({ t });\n',
      ),
    ).toEqual([
      [
        "dist/endpoints/m.d.ts",
        'import type { A } from "../a.js";\n/** A table. */\nexport declare const t: {\n  readonly n: 1;\n  readonly ["__proto__"]: readonly ["x"];\n};\nexport declare const c: A<1>;\n',
      ],
      [
        "dist/endpoints/m.js",
        'import { b } from "../b.js";\n/** A table. */\nexport const t = { n: 1, ["__proto__"]: ["x"] };\nexport const c = b({ t });\n',
      ],
    ]);
  });

  it("copies a module of types alone", () => {
    const text = "/** A. */\nexport interface A {\n  a: B;\n}\n\nexport type B = string;\n";
    expect(build(text)).toEqual([
      ["dist/endpoints/m.d.ts", text],
      ["dist/endpoints/m.js", "export {};\n"],
    ]);
  });

  it.each([
    ["constants", "export const a = { b: [1, -2, null, true, {}, []] } as const;\n"],
    ["imports of both kinds", 'import { type A, b, type C } from "../b.js";\n\nexport const d: A<C> = b({ d });\n'],
    ["an import that types alone need", 'import { b } from "../b.js";\n\nexport type B = typeof b;\n'],
    ["an import that nothing needs", 'import type { B } from "../b.js";\n\nexport const c = {} as const;\n'],
    ["re-exports", 'export * from "../a.js";\nexport type * from "../b.js";\nexport { c } from "../c.js";\n'],
    [
      "types that are not exported",
      'import { f } from "../f.js";\n\ninterface A {\n  a: 1;\n}\n\nexport const b: A = f({ b });\n',
    ],
    [
      "a header before what goes",
      '/**\n * Header.\n */\n\nimport type { A } from "../a.js";\n\n/** B. */\nexport type B = A;\n\n/** C. */\nexport const c = "x" as const;\n',
    ],
  ])("says what TypeScript's own emitter says: %s", (_, text) => {
    const options = {
      compilerOptions: {
        target: ScriptTarget.ES2023,
        module: ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        strict: true,
      },
    };
    const wanted = [transpileDeclaration(text, options), transpileModule(text, options)].map(
      ({ outputText }) => outputText,
    );
    expect(build(text).map(([, built]) => canonical(built))).toEqual(wanted.map(canonical));
  });

  it("keeps unseen characters of literals escaped", () => {
    const literal = String.raw`"\u202e\u200b\ud800"`;
    const built = build(`export const t = { a: ${literal} } as const;\n`);
    expect(built.map(([, text]) => text.includes(literal))).toEqual([true, true]);
  });
});

/** The text as TypeScript prints it, in one spelling for line breaks, indentation, and imports of types in declarations. */
function canonical(text: string): string {
  const printed = createPrinter()
    .printFile(createSourceFile("m.ts", text, ScriptTarget.ES2023))
    .replace(/\s+/g, " ");
  if (!/export declare|export type/.test(printed)) return printed;
  return printed.replace(
    /import \{ (.*?) \}/g,
    (_, names: string) => `import type { ${names.replaceAll("type ", "")} }`,
  );
}
