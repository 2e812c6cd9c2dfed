import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../../generator/diff/compare-documents.ts";
import { rules } from "../../../generator/diff/rules/rules.ts";
import { documentFrom, documentWith } from "../document-of.ts";
import { documentCases } from "./document-cases.ts";
import { components, schemaCases } from "./schema-cases.ts";

describe("schema rules", () => {
  it.each(schemaCases)("$rule fires: $base → $head", ({ rule, base, head, request, response }) => {
    const sent = compareDocuments(documentWith(base, undefined, components), documentWith(head, undefined, components));
    const got = compareDocuments(documentWith(undefined, base, components), documentWith(undefined, head, components));
    const wire = [sent, got].map((all) => all.find((one) => one.rule === rule && one.axis === "wire")?.severity);
    expect(wire).toEqual([request, response]);
    if (request === undefined && response === undefined) expect(sent.map((one) => one.rule)).toContain(rule);
  });

  it.each(schemaCases)("$rule does not fire: $base → $silent", ({ rule, base, silent }) => {
    const all = compareDocuments(documentWith(base, base, components), documentWith(silent, silent, components));
    expect(all.map((one) => one.rule)).not.toContain(rule);
  });
});

describe("document rules", () => {
  it.each(documentCases)("$rule fires", ({ rule, base, head, want }) => {
    const found = compareDocuments(documentFrom(base), documentFrom(head), { today: "2026-06-01" });
    const told = found
      .filter((one) => one.rule === rule)
      .map(({ axis, severity, direction }) => `${axis} ${severity} ${direction}`);
    expect(told.sort()).toEqual([...want].sort());
  });

  it.each(documentCases)("$rule does not fire", ({ rule, base, silent }) => {
    const found = compareDocuments(documentFrom(base), documentFrom(silent), { today: "2026-06-01" });
    expect(found.map((one) => one.rule)).not.toContain(rule);
  });
});

it("says of a parameter whether it is deprecated, or no longer", () => {
  const query = (more: string) =>
    documentFrom(
      `paths: { /a: { get: { operationId: a, responses: {}, parameters: [{ name: q, in: query${more} }] } } }`,
    );
  const [then, now] = [query(""), query(", deprecated: true")];
  expect(
    compareDocuments(then, now)
      .map(({ message }) => message)
      .join(),
  ).toContain("is deprecated");
  expect(
    compareDocuments(now, then)
      .map(({ message }) => message)
      .join(),
  ).toContain("is no longer deprecated");
});

describe("the table of rules", () => {
  it("has a case for each rule", () => {
    const covered = new Set<string>([...schemaCases, ...documentCases].map(({ rule }) => rule));
    expect(Object.keys(rules).filter((rule) => !covered.has(rule))).toEqual([]);
  });

  it.each(Object.entries(rules))("%s is told in full", (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const text of [rule.title, rule.what, rule.why, rule.fix, ...rule.example]) expect(text.trim()).not.toBe("");
    for (const text of [rule.what, rule.why, rule.fix]) expect(text).toMatch(/[.)]$/);
    expect(rule.title).not.toMatch(/\.$/);
  });
});
