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
        'import type { A } from "../a.js";\n/** A table. */\nexport declare const t: {\n    readonly n: 1;\n    readonly __proto__: readonly ["x"];\n};\nexport declare const c: A<1>;\n',
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

  it("keeps unseen characters of literals escaped", () => {
    const literal = String.raw`"\u202e\u200b\ud800"`;
    const built = build(`export const t = { a: ${literal} } as const;\n`);
    expect(built.map(([, text]) => text.includes(literal))).toEqual([true, true]);
  });
});
