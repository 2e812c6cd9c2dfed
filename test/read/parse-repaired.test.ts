import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectInto, type Diagnostic } from "../../generator/diagnostic.ts";
import { composeYaml } from "../../generator/read/compose-yaml.ts";
import { cutExcerpt, type Excerpt } from "../../generator/read/excerpt.ts";
import { isBounded } from "../../generator/read/is-bounded.ts";
import { parseRepaired } from "../../generator/read/parse-repaired.ts";
import { repairYaml } from "../../generator/read/repair-yaml.ts";
import { scanYaml } from "../../generator/read/scan-yaml.ts";
import { tries } from "../tries.ts";
import { arbitraryYaml } from "./plain-yaml/arbitrary-yaml.ts";
import { readMarked } from "./plain-yaml/marked.ts";

const excerptOf = (text: string): Excerpt => cutExcerpt({ path: "p.yaml", text });

/** What every text is read as when there is no short way: whatever is repaired, `yaml` has found an error in before. */
function readTheLongWay(excerpt: Excerpt): ReturnType<typeof readMarked> {
  const diagnostics: Diagnostic[] = [];
  const parsed = readMarked(composeYaml, excerpt);
  composeYaml(excerpt, collectInto(diagnostics));
  const repair = diagnostics.some(({ code }) => code === "invalid-yaml") ? repairYaml(excerpt) : undefined;
  const repaired = repair === undefined ? undefined : readMarked(composeYaml, repair.excerpt);
  return repaired ?? parsed;
}

/** Texts in which some value lost its quotes. */
const broken = fc
  .tuple(fc.constantFrom('z: 默认值: "auto"\n', "z: @x\n", "z: a: [b\n", "- ,x\n", "z: x\n"), arbitraryYaml())
  .map(([line, text]) => line + text);

const withoutRepairs = (reading: ReturnType<typeof readMarked>): unknown =>
  reading && { ...reading, diagnostics: reading.diagnostics.filter(({ code }) => code !== "repaired-yaml") };

describe("parseRepaired", () => {
  it("reads what is broken the short way as it is read the long way", () => {
    let repaired = 0;
    fc.assert(
      fc.property(broken, (text) => {
        const reading = readMarked(parseRepaired, excerptOf(text));
        if (reading?.diagnostics.some(({ code }) => code === "repaired-yaml") === true) repaired += 1;
        expect(withoutRepairs(reading)).toEqual(readTheLongWay(excerptOf(text)));
      }),
      tries(500),
    );
    expect(repaired).toBeGreaterThan(30);
  });

  it("says where", () => {
    const reading = readMarked(parseRepaired, excerptOf('a: 1\nb: 默认值: "auto"\nc: @x\n'));
    expect(reading?.diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      "repaired-yaml 2:4",
      "repaired-yaml 3:4",
    ]);
  });

  it("repairs nothing that is refused past its error", () => {
    const diagnostics: Diagnostic[] = [];
    const text = `a: b: ${"[".repeat(300)}\n`;
    expect(parseRepaired(excerptOf(text), collectInto(diagnostics))).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(["nesting-too-deep"]);
  });
});

describe("isBounded", () => {
  it("is true of no text that is refused for its cost", () => {
    const hard = fc
      .tuple(
        arbitraryYaml(),
        fc.constantFrom("[", "{a: ", "- ", "? ", "&a - ", "!t - ", "*a ", " "),
        fc.integer({ min: 1, max: 300 }),
      )
      .map(([text, sign, times]) => `${text}\n${sign.repeat(times)}\n${text}`);
    fc.assert(
      fc.property(hard, (text) => {
        fc.pre(isBounded(text));
        expect(scanYaml(excerptOf(text), () => undefined)).toBeDefined();
      }),
      tries(500),
    );
  });

  it.each([
    { name: "an ordinary page", text: "a:\n  - [b, {c: d}]\n", want: true },
    { name: "brackets", text: "a: [".repeat(260), want: false },
    { name: "indentation", text: `${" ".repeat(130)}a`, want: false },
    { name: "indicators behind anchors", text: "&a - ".repeat(60), want: false },
    { name: "asterisks", text: "*".repeat(10_000), want: false },
    { name: "length", text: "a".repeat(300_001), want: false },
  ])("judges $name", ({ text, want }) => {
    expect(isBounded(text)).toBe(want);
  });
});
