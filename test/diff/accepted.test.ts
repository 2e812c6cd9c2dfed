import { describe, expect, it } from "vitest";
import { readAccepted, weighFindings } from "../../generator/diff/accepted.ts";
import { compareDocuments } from "../../generator/diff/compare-documents.ts";
import { documentWith } from "./document-of.ts";

const fingerprint = "0123456789abcdef";

describe("docket.accepted.yaml", () => {
  it.each([
    { value: { accepted: [] }, problems: [] },
    { value: { accepted: [{ fingerprint, reason: "no caller" }] }, problems: [] },
    { value: { accepted: [{ fingerprint, reason: "no caller", expires: "2027-02-28" }] }, problems: [] },
    { value: null, problems: ["it must hold a list under `accepted`"] },
    { value: [], problems: ["it must hold a list under `accepted`"] },
    { value: { accepted: [], ignored: [] }, problems: ['nothing is known of "ignored"'] },
    { value: { accepted: ["x"] }, problems: ["entry 1: it must hold `fingerprint` and `reason`"] },
    { value: { accepted: [{ fingerprint, reason: " " }] }, problems: ["entry 1: `reason` must say why"] },
    {
      value: { accepted: [{ fingerprint: 12, reason: "x" }] },
      problems: ["entry 1: `fingerprint` must be 16 hex digits, in quotes"],
    },
    {
      value: { accepted: [{ fingerprint, reason: "x", expires: "2027-02-30" }] },
      problems: ["entry 1: `expires` must be a day such as 2027-01-31"],
    },
    {
      value: { accepted: [{ fingerprint, reason: "x", until: "2027" }] },
      problems: ['entry 1: nothing is known of "until"'],
    },
    {
      value: {
        accepted: [
          { fingerprint, reason: "x" },
          { fingerprint, reason: "y" },
        ],
      },
      problems: [`"${fingerprint}" is there twice`],
    },
  ])("$value has the problems $problems", ({ value, problems }) => {
    const read = readAccepted(value);
    expect(read.ok ? [] : read.problems).toEqual(problems);
  });
});

describe("acceptances", () => {
  const findings = compareDocuments(
    documentWith({ type: "string" }, undefined),
    documentWith({ type: "integer" }, undefined),
  );
  const [first] = findings;
  const reason = "agreed";

  it("let a finding pass until their day", () => {
    const accept = (expires: string) => [{ fingerprint: first?.fingerprint ?? "", reason, expires }];
    expect(weighFindings(findings, accept("2026-06-01"), "2026-06-01").findings[0]?.accepted?.reason).toBe(reason);
    const late = weighFindings(findings, accept("2026-06-01"), "2026-06-02");
    expect(late.findings[0]?.accepted).toBeUndefined();
    expect(late.expired).toHaveLength(1);
  });

  it("that fit nothing are told", () => {
    expect(weighFindings(findings, [{ fingerprint, reason }], "2026-06-01").stale).toEqual([{ fingerprint, reason }]);
  });
});

describe("fingerprints", () => {
  it("do not depend on the order or wording of documents", () => {
    const reworded = compareDocuments(
      documentWith({ type: "string", description: "words" }, { type: "string" }),
      documentWith({ description: "other words", type: "integer" }, { type: "string" }),
    );
    const plain = compareDocuments(
      documentWith({ type: "string" }, undefined),
      documentWith({ type: "integer" }, undefined),
    );
    expect(reworded.map((one) => one.fingerprint)).toEqual(plain.map((one) => one.fingerprint));
  });

  it("differ by axis, place and value", () => {
    const all = [
      ...compareDocuments(documentWith({ maximum: 5 }, undefined), documentWith({ maximum: 4 }, undefined)),
      ...compareDocuments(documentWith({ maximum: 5 }, undefined), documentWith({ maximum: 3 }, undefined)),
      ...compareDocuments(documentWith(undefined, { maximum: 4 }), documentWith(undefined, { maximum: 5 })),
      ...compareDocuments(documentWith({ type: "string" }, undefined), documentWith({ type: "integer" }, undefined)),
    ];
    expect(new Set(all.map((one) => one.fingerprint)).size).toBe(all.length);
    expect(all).toHaveLength(5);
  });
});
