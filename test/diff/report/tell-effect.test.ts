import { describe, expect, it } from "vitest";
import { weighFindings } from "../../../generator/diff/accepted.ts";
import { compareDocuments } from "../../../generator/diff/compare-documents.ts";
import { groupCauses } from "../../../generator/diff/report/group-causes.ts";
import { printGithub } from "../../../generator/diff/report/print-github.ts";
import { printTerminal } from "../../../generator/diff/report/print-terminal.ts";
import type { DiffReport } from "../../../generator/diff/report/report.ts";
import { tellEffect } from "../../../generator/diff/report/tell-effect.ts";
import type { Schema } from "../../../generator/document.ts";
import { documentOf, documentWith } from "../document-of.ts";

const object = (x: Schema, ...required: readonly string[]): Schema => ({ type: "object", properties: { x }, required });
const sent = (x: Schema, ...required: readonly string[]) => documentWith(object(x, ...required), undefined);
const got = (x: Schema, ...required: readonly string[]) => documentWith(undefined, object(x, ...required));
const both = (x: Schema) => documentWith(object(x), object(x));

describe("what a cause does to callers", () => {
  it.each([
    {
      name: "a smaller range in what they send",
      base: sent({ type: "integer", maximum: 4 }),
      head: sent({ type: "integer", maximum: 2 }),
      want: "requests that passed are refused",
    },
    {
      name: "a smaller range that prose says",
      base: sent({ type: "integer", maximum: 4 }),
      head: sent({ type: "integer", maximum: 2, "x-docket-origin": { maximum: "prose" } }),
      want: "requests that passed may be refused",
    },
    {
      name: "a larger range in what they get",
      base: got({ type: "integer", maximum: 4 }),
      head: got({ type: "integer", maximum: 9 }),
      want: "readers get what they were told not to expect",
    },
    {
      name: "another type in what they send",
      base: sent({ type: "integer" }),
      head: sent({ type: "string" }),
      want: "requests that passed are refused; code stops compiling",
    },
    {
      name: "another default",
      base: sent({ type: "integer", default: 1 }),
      head: sent({ type: "integer", default: 2 }),
      want: "a field left out means something else",
    },
    {
      name: "a field more",
      base: sent({ type: "integer" }),
      head: sent({ type: "integer", maximum: 4 }),
      want: "requests that passed are refused",
    },
    { name: "an operation gone", base: both({}), head: documentOf({}), want: "calls fail; code stops compiling" },
    { name: "something new", base: documentOf({}), head: both({}), want: "" },
  ])("$name", ({ base, head, want }) => {
    const [worst] = groupCauses(compareDocuments(base, head));
    expect(worst === undefined ? undefined : tellEffect(worst)).toBe(want);
  });
});

/** A change that breaks the wire and the types, of which some axes were accepted. */
function reportWith(...axes: readonly string[]): DiffReport {
  const found = compareDocuments(sent({ type: "integer" }), sent({ type: "string" }));
  const accepted = found
    .filter(({ axis }) => axes.includes(axis))
    .map(({ fingerprint }) => ({ fingerprint, reason: "agreed with both callers" }));
  return { base: "a", head: "b", step: "major", nextVersion: "0.2.0", ...weighFindings(found, accepted, "2026-01-01") };
}

const plain = (_style: string, text: string): string => text;

describe("a cause that is accepted", () => {
  it.each<readonly [axes: readonly string[], head: string, second: string, reason: string | undefined, end: string]>([
    [[], "breaking x", "wire, source", undefined, "1 breaking; next version 0.2.0"],
    [
      ["wire"],
      "breaking x",
      "wire accepted, source",
      "wire accepted: agreed with both callers",
      "1 breaking; next version 0.2.0",
    ],
    [
      ["source"],
      "breaking x",
      "wire, source accepted",
      "source accepted: agreed with both callers",
      "1 breaking; next version 0.2.0",
    ],
    [
      ["wire", "source"],
      "accepted x",
      "wire breaking, source breaking",
      "wire, source accepted: agreed with both callers",
      "1 accepted; next version 0.2.0",
    ],
  ])("on %j is shown so", (axes, head, second, reason, end) => {
    const text = printTerminal(reportWith(...axes), plain);
    const lines = text.split("\n").map((line) => line.trim());
    expect(lines[0]?.startsWith(head)).toBe(true);
    expect(lines[1]).toBe(`${second} · type-changed`);
    expect(lines.filter((line) => line.includes("accepted:"))).toEqual(reason === undefined ? [] : [reason]);
    expect(lines).toContain(end);
  });

  it("keeps only the fingerprints that can still be accepted", () => {
    const lines = printTerminal(reportWith("wire"), plain).split("\n");
    expect(
      lines.filter((line) => /^ +(?:wire|source) [0-9a-f]{16}/.test(line)).map((line) => line.trim().slice(0, 6)),
    ).toEqual(["source"]);
  });
});

describe("an annotation", () => {
  it("says in its title what happens to callers, and in its text what changed", () => {
    const report = {
      ...reportWith(),
      findings: compareDocuments(sent({ type: "integer", maximum: 4 }), sent({ type: "integer", maximum: 2 })),
    };
    expect(printGithub(report).split("\n")[0]).toBe(
      "::error title=breaking%3A requests that passed are refused::x in the request body of POST /call: the largest value changed from 4 to 2 [maximum-changed]",
    );
  });
});
