import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectInto, type Diagnostic } from "../../../generator/diagnostic.ts";
import { placeOf } from "../../../generator/place.ts";
import { composeYaml } from "../../../generator/read/compose-yaml.ts";
import { cutExcerpt, type Excerpt, joinExcerpt } from "../../../generator/read/excerpt.ts";
import { readPlainYaml } from "../../../generator/read/plain-yaml/read-plain-yaml.ts";
import { tries } from "../../tries.ts";
import { arbitraryYaml } from "./arbitrary-yaml.ts";
import { readMarked } from "./marked.ts";

const excerptOf = (text: string): Excerpt => cutExcerpt({ path: "p.yaml", text });
/** The value without its marks, or why there is none. */
function read(text: string): unknown {
  const parsed = readPlainYaml(excerptOf(text), () => undefined);
  return typeof parsed === "object" ? JSON.parse(JSON.stringify(parsed.value)) : parsed;
}

/** What the short way and the long way make of an excerpt: the same, where the short way makes anything of it. */
function bothWays(excerpt: Excerpt): { readonly short: unknown; readonly long: unknown } | undefined {
  const short = readMarked(readPlainYaml, excerpt);
  return short === undefined ? undefined : { short, long: readMarked(composeYaml, excerpt) };
}

const files = ["specs", "test/cases"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

describe("readPlainYaml agrees with the yaml package, in values, places and reports,", () => {
  it("on whatever is nearly YAML", () => {
    let taken = 0;
    fc.assert(
      fc.property(arbitraryYaml(), fc.boolean(), (text, isPieced) => {
        const source = { path: "p.yaml", text };
        const pieces = Array.from(text.match(/[^\n]*\n|[^\n]+/g) ?? [], (piece, index) => ({
          text: piece,
          from: index,
        }));
        const both = bothWays(isPieced ? joinExcerpt(source, pieces) : cutExcerpt(source));
        if (both === undefined) return;
        taken += 1;
        expect(both.short).toEqual(both.long);
      }),
      tries(1500),
    );
    expect(taken).toBeGreaterThan(150);
  });

  it("on documents of this repository, and takes most of them", () => {
    const compared = files.map((file) => bothWays(excerptOf(readFileSync(file, "utf8"))));
    for (const both of compared) expect(both?.short).toEqual(both?.long);
    expect(compared.filter((both) => both !== undefined).length).toBeGreaterThan(compared.length * 0.9);
  });
});

describe("readPlainYaml knows what is broken", () => {
  it.each(["a: b: c", "- a: b: c", "a: @b", "a: `b`", "- ,b", "a: %b", "a:\n  b: c:"])("%j", (text) => {
    expect(read(text)).toBe("broken");
  });

  it.each(["a: [b: c]", "a: !t b", "a: ]", "%b", 'a: "b', "a: b\nc", "a: b\n  c: d", "a: b\n  : d"])(
    "but does not judge %j",
    (text) => {
      expect(read(text)).toBe("not-plain");
    },
  );

  it("as the yaml package does", () => {
    fc.assert(
      fc.property(arbitraryYaml(), (text) => {
        const excerpt = excerptOf(text);
        fc.pre(readPlainYaml(excerpt, () => undefined) === "broken");
        const diagnostics: Diagnostic[] = [];
        expect(composeYaml(excerpt, collectInto(diagnostics))).toBeUndefined();
        expect(diagnostics.map(({ code }) => code)).toContain("invalid-yaml");
      }),
      tries(100),
    );
  });
});

describe("readPlainYaml reads", () => {
  it.each<{ readonly text: string; readonly want: unknown }>([
    { text: "a: 1\nb: two", want: { a: 1, b: "two" } },
    { text: "---\na: 1\n", want: { a: 1 } },
    { text: "# c\n\n  a: 1\n  b: 2\n# d", want: { a: 1, b: 2 } },
    { text: "a:\n  b:\n    c: d\ne: f", want: { a: { b: { c: "d" } }, e: "f" } },
    { text: "a:\nb: ~\nc:    # comment\nd: ''", want: { a: null, b: null, c: null, d: "" } },
    { text: "a:\n- x\n-  y\nb:\n  - z", want: { a: ["x", "y"], b: ["z"] } },
    { text: "- - a\n  - b\n- -1\n-\n- c: 1\n  d: 2", want: [["a", "b"], -1, null, { c: 1, d: 2 }] },
    { text: "-\n  a: 1\n- # c\n  b\n", want: [{ a: 1 }, "b"] },
    { text: "a: b c\n  d\n\n  e # f\ng: h", want: { a: "b c d\ne", g: "h" } },
    { text: "a: x:y http://z/#q ：r\nb: -c", want: { a: "x:y http://z/#q ：r", b: "-c" } },
    { text: "\"a b\": 1\n'it''s': 2\n\"c: d\" : 3", want: { "a b": 1, "it's": 2, "c: d": 3 } },
    { text: 'a: "\\u4f60\\t\\x41"\nb: "x\n\n  y \\\n  z"\nc: \'x\n  y\'', want: { a: "你\tA", b: "x\ny z", c: "x y" } },
    { text: "a: |\n  x\n   y\n\n  z\n\nb: 1", want: { a: "x\n y\n\nz\n", b: 1 } },
    { text: "a: |-\n  x\n\n\nb: |+\n  y\n\nc: >2-\n    z\n", want: { a: "x", b: "y\n\n", c: "  z" } },
    { text: "a: >\n  x\n  y\n\n  z\n   w\n  v\n", want: { a: "x y\nz\n w\nv\n" } },
    { text: "- |\n a\n- >-\n\n  b\n", want: ["a\n", "\nb"] },
    { text: "a: []\nb: {}\nc: [1, 'x', [y], {z: w,},]", want: { a: [], b: {}, c: [1, "x", ["y"], { z: "w" }] } },
    { text: 'a: {\n  "b":1,\n  "c" : [\n    2\n  ]\n}\nd: e', want: { a: { b: 1, c: [2] }, d: "e" } },
    { text: '{"a": {"b": [1, true, null, "c"]}}\n', want: { a: { b: [1, true, null, "c"] } } },
    { text: "a: 1\r\nb: |\r\n  x\r\n  y\r\nc: d\r\n  e\r\n", want: { a: 1, b: "x\ny\n", c: "d e" } },
    { text: "200: a\nnull: b\n<<: c\ntrue: d", want: { 200: "a", null: "b", "<<": "c", true: "d" } },
    { text: "a: b\u0085c\u2028d\n  e", want: { a: "b\u0085c\u2028d e" } },
  ])("$text", ({ text, want }) => {
    expect(read(text)).toEqual(want);
  });

  it.each<{ readonly text: string; readonly want: unknown }>([
    { text: "a: &x 1\nb: *x\nc: [2]", want: { a: 1, b: 1, c: [2] } },
    {
      text: "a: &x\n  b: [1]\nc:\n- *x\n- &y\n  d: *x # e\nf: *y",
      want: { a: { b: [1] }, c: [{ b: [1] }, { d: { b: [1] } }], f: { d: { b: [1] } } },
    },
    { text: "a: &x\n- b\nc: *x", want: { a: ["b"], c: ["b"] } },
  ])("$text", ({ text, want }) => {
    expect(read(text)).toEqual(want);
  });

  it("__proto__ as any key", () => {
    expect(Object.keys(read("__proto__: {a: 1}\n") ?? {})).toEqual(["__proto__"]);
  });

  it("numbers that hold not all of their digits, and says so once", () => {
    const [report] = [readMarked(readPlainYaml, excerptOf("a: 1\nb: 12345678901234567891\nc: 12345678901234567891\n"))];
    expect(report?.diagnostics.map(({ code, line, column }) => ({ code, line, column }))).toEqual([
      { code: "number-rounded", line: 2, column: 4 },
    ]);
  });

  it("places, where text was cut out and where a value is missing", () => {
    const source = { path: "p.yaml", text: "head\n  a:   # none\n  b: [x]\n" };
    const parsed = readPlainYaml(cutExcerpt(source, 5), () => undefined);
    const value = typeof parsed === "object" ? parsed.value : undefined;
    expect(placeOf(value, "a")).toEqual({ file: "p.yaml", line: 2, column: 8 });
    expect(placeOf(value, "b")).toEqual({ file: "p.yaml", line: 3, column: 6 });
    expect(placeOf(value)).toEqual({ file: "p.yaml", line: 2, column: 3 });
  });
});

describe("readPlainYaml leaves to the yaml package", () => {
  it.each([
    ...["", "# nothing\n", "word", '"word"', "|\n  word", "1"],
    ...[
      "a: &x b: 1",
      "a: *x",
      "a: !t x",
      "a: !!str 1",
      "%YAML 1.2\n---\na: 1",
      "a: 1\n---\nb: 2",
      "a: 1\n...\n",
      "--- a",
    ],
    ...["? a\n: b", "a: ? b", ": a", "a: - b", "a: b: c", "a: b\n  c: d", "- a: b: c", "a:\n  b\n  c: d"],
    ...["a: 1\n  b: 2", "  a: 1\n b: 2", "a:\n    b: 1\n  c: 2", "- a\n  - b: 1\n - c", "a: 1\n- b", "- a\nb: 1"],
    ...["a:\t1", "\ta: 1", "a:\n\tb: 1", "a: b\n\tc", "- \tb", "a: |\n\tb", "a: [\t1]", "a: b\t# c"],
    ...['a: "b', "a: 'b", 'a: "b" c', 'a: "b"#c', 'a: "\\q"', 'a: "\\uD83"', 'a: "b\nc"', 'a: "b\n\tc"', '"a\n  b": 1'],
    ...[
      "a: [1",
      "a: [1,,2]",
      "a: [,]",
      "a: {b}",
      "a: {b: }",
      "a: [b: c]",
      "a: [1] 2",
      "a: [b\n c]",
      "a: [1, # c\n 2]",
      "a: {b: 1\nc: 2}",
    ],
    ...["a: [\n1\n]", "a: |x\n b", "a: |\n    \n  b", "a: |+\nb: 1", "a: |4\n  b", "a: >\n  b\n \tc", "a: |"],
    ...["a: @b", "a: `b", "a: %b", "a: ,b", "a: ]", "@a: 1", "a"],
    ...[
      "a: 1\na: 2",
      "a: {b: 1, b: 2}",
      "a: .inf",
      "a: 1e400",
      "a: -.INF",
      "a: .nan",
      "a: 1\rb: 2",
      "a: \x1f",
      "\ufeffa: 1",
      "a: b\n\ufeffc: 1",
    ],
    ...[
      "a: *x",
      "a: &x\n  b: *x",
      "a: &x 1\nb: &x 2",
      "a: &x\nb: 1",
      "a: &x *x",
      "- &x - 1",
      "a: &x\n  *x",
      "a: &x 1\nb: [*x]",
      "a:\n  &x\n  b: 1",
    ],
    Array.from({ length: 9 }, (_, i) => `a${i}: &a${i}\n${i === 0 ? "  - 1\n" : `  - *a${i - 1}\n`.repeat(10)}`).join(
      "",
    ),
    Array.from({ length: 300 }, (_, i) => `a${i}: &a${i}\n  - ${i === 0 ? "1" : `*a${i - 1}`}\n`).join(""),
    `${"k".repeat(1025)}: 1`,
    `a: |\n  ${"- ".repeat(64)}x`,
    `a: ${"[".repeat(250)}${"]".repeat(250)}`,
    Array.from({ length: 250 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    `[${"1,".repeat(1_000_000)}]`,
  ])("%j", (text) => {
    expect(read(text)).toBeTypeOf("string");
  });

  it.each([
    {
      name: "keys without end",
      text: Array.from({ length: 100_000 }, (_, i) => `k${i}: 1\n`).join(""),
    },
    { name: "more tokens than the yaml package may see", text: `[${"1,".repeat(999_999)}]` },
    { name: "one long line", text: `a: ${"word ".repeat(500_000)}\nb: 1` },
    { name: "blank lines", text: `a: b\n${"\n".repeat(400_000)}c: d\n` },
    { name: "blank lines in a block", text: `a: >\n  b\n${" \n".repeat(400_000)}  c\n` },
    { name: "apostrophes", text: `a: '${"''".repeat(1_000_000)}'\n` },
    { name: "backslashes", text: `a: "${"\\\\".repeat(1_000_000)}"\n` },
    { name: "lines of one scalar", text: `a: b\n${"  c\n".repeat(500_000)}` },
    { name: "spaces in a scalar over lines", text: `a: 'b${" ".repeat(1_000_000)}c\n  d'` },
  ])("nothing of a long text that is plain: $name", ({ text }) => {
    expect(read(text)).toBeTypeOf("object");
  });
});
