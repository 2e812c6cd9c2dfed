import type { Document, Operation, SecurityRequirement } from "../../document.ts";
import { isObject, type Json } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import { canonical, toJson } from "../canonical.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import type { OperationPair } from "./operation-pair.ts";
import type { Recorder } from "./recorder.ts";

/**
 * Compares who is let in. Schemes are compared by what they are, so that renaming one is no change; each distinct change is
 * one finding, however many operations share it.
 */
export function compareSecurity(
  base: Document,
  head: Document,
  pairs: readonly OperationPair[],
  record: Recorder,
): void {
  compareSchemes(base, head, pairs, record);
  for (const pair of pairs) {
    const [from, to] = [waysIn(pair.base.security, base, head), waysIn(pair.head.security, head, base)];
    compareWays(pair, from, to, record);
  }
}

/** One way in: the schemes it asks for at once, and their scopes. */
interface Way {
  /** What it asks for, without scopes: equal for equal schemes of any name. */
  readonly key: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

function waysIn(security: Operation["security"], document: Document, other: Document): readonly Way[] {
  const requirements = security === undefined || security.length === 0 ? [{}] : security;
  return requirements.map((requirement) => wayOf(requirement, document, other));
}

function wayOf(requirement: SecurityRequirement, document: Document, other: Document): Way {
  const names = Object.keys(requirement).sort();
  const scopes = names.flatMap((name) => (requirement[name] ?? []).map((scope) => `${name}: ${scope}`)).sort();
  return {
    key: names
      .map((name) => credentialOf(document, other, name))
      .sort()
      .join(" & "),
    name: names.length === 0 ? "anyone" : names.join(" and "),
    scopes,
  };
}

/**
 * What a scheme asks the caller to send, as text. A name that both documents know stands for itself (a scheme that changed has
 * its own rule), and so does one that is not described.
 */
function credentialOf(document: Document, other: Document, name: string): string {
  const [scheme, namesake] = [schemeOf(document, name), schemeOf(other, name)];
  if (scheme === undefined || namesake !== undefined) return name;
  return canonical(["type", "in", "name", "scheme"].map((key) => toJson(scheme[key] ?? null)));
}

function schemeOf(document: Document, name: string): { readonly [key: string]: Json } | undefined {
  const schemes = document.components.securitySchemes ?? {};
  return Object.hasOwn(schemes, name) ? schemes[name] : undefined;
}

function compareWays(pair: OperationPair, from: readonly Way[], to: readonly Way[], record: Recorder): void {
  const [gone, come] = [from.filter((way) => !has(to, way)), to.filter((way) => !has(from, way))];
  const values = { before: from.map(({ name }) => name), after: to.map(({ name }) => name) };
  // Whoever is let in without anything does not mind which ways in go.
  if (gone.length > 0 && !to.some(({ key }) => key === "")) note(pair, "security-added", "narrower", values, record);
  else if (come.length > 0) note(pair, "security-removed", "wider", values, record);
  for (const way of from)
    compareScopes(
      pair,
      way,
      to.find(({ key }) => key === way.key),
      record,
    );
}

function has(ways: readonly Way[], { key }: Way): boolean {
  return ways.some((way) => way.key === key);
}

function compareScopes(pair: OperationPair, from: Way, to: Way | undefined, record: Recorder): void {
  if (to === undefined || canonical(from.scopes) === canonical(to.scopes)) return;
  const [gone, come] = [
    from.scopes.some((one) => !to.scopes.includes(one)),
    to.scopes.some((one) => !from.scopes.includes(one)),
  ];
  const effect = gone && come ? "incomparable" : come ? "narrower" : "wider";
  note(pair, "security-scopes-changed", effect, { before: from.scopes, after: to.scopes }, record);
}

function note(
  pair: OperationPair,
  rule: RuleId,
  effect: Effect,
  values: { before: Json; after: Json },
  record: Recorder,
): void {
  const change: Change = {
    rule,
    effect,
    ...values,
    pointer: "#/security",
    subject: "credentials",
    base: { holder: pair.base, key: "security" },
    head: { holder: pair.head, key: "security" },
  };
  record.changes.push({ change, travel: "request", operation: pair.label });
}

/** Schemes of the same name that ask for something else. A scheme that nothing uses reaches no one. */
function compareSchemes(base: Document, head: Document, pairs: readonly OperationPair[], record: Recorder): void {
  const [from, to] = [base.components.securitySchemes ?? {}, head.components.securitySchemes ?? {}];
  for (const name of Object.keys(from)) {
    if (!Object.hasOwn(to, name)) continue;
    const users = pairs.filter((pair) => asksFor(pair.head, name));
    const [before, after] = [factsOf(from[name]), factsOf(to[name])];
    if (canonical(before) === canonical(after) || users.length === 0) continue;
    const change: Change = {
      rule: "security-scheme-changed",
      effect: "changed",
      pointer: under("#/components/securitySchemes", name),
      subject: `security scheme ${name}`,
      before,
      after,
      base: { holder: from, key: name },
      head: { holder: to, key: name },
    };
    for (const user of users) record.changes.push({ change, travel: "none", operation: user.label });
  }
}

function asksFor(operation: Operation, name: string): boolean {
  return (operation.security ?? []).some((requirement) => Object.hasOwn(requirement, name));
}

/** What a scheme says, without its descriptions. */
function factsOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(factsOf);
  if (!isObject(value)) return toJson(value);
  const entries = Object.entries(value).filter(([key]) => key !== "description" && !key.startsWith("x-"));
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      key === "scopes" && isObject(inner) ? Object.keys(inner).sort() : factsOf(inner),
    ]),
  );
}
