import { isObject, type Json, stringMember } from "../json.ts";
import type { Finding } from "./finding.ts";

/** A finding that people looked at and let pass. */
export interface Acceptance {
  readonly fingerprint: string;
  readonly reason: string;
  /** Last day it holds, as an ISO date; absent when it holds for good. */
  readonly expires?: string;
}

/** What `docket.accepted.yaml` says, or what is wrong with it. */
export type AcceptedFile =
  | { readonly ok: true; readonly accepted: readonly Acceptance[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** A finding, with the acceptance that lets it pass where there is one. */
export interface WeighedFinding extends Finding {
  readonly accepted?: Acceptance;
}

/** Findings weighed by what was accepted, and acceptances that do nothing (any more). */
export interface Weighed {
  readonly findings: readonly WeighedFinding[];
  /** Acceptances that fit no finding. */
  readonly stale: readonly Acceptance[];
  /** Acceptances that fit a finding, but are past their day. */
  readonly expired: readonly Acceptance[];
}

/** Reads the content of `docket.accepted.yaml`: `accepted: [{ fingerprint, reason, expires }]`. Anything else is a problem. */
export function readAccepted(value: Json): AcceptedFile {
  const list = isObject(value) ? value["accepted"] : undefined;
  if (!Array.isArray(list)) return { ok: false, problems: ["it must hold a list under `accepted`"] };
  const others = isObject(value) ? Object.keys(value).filter((key) => key !== "accepted") : [];
  const problems = [
    ...others.map((key) => `nothing is known of ${JSON.stringify(key)}`),
    ...list.flatMap((entry, index) => problemsOf(entry).map((problem) => `entry ${index + 1}: ${problem}`)),
    ...repeated(list),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, accepted: list.map(acceptanceOf) };
}

const keys: ReadonlySet<string> = new Set(["fingerprint", "reason", "expires"]);

function problemsOf(entry: Json): readonly string[] {
  if (!isObject(entry)) return ["it must hold `fingerprint` and `reason`"];
  const problems: string[] = [];
  if (!/^[0-9a-f]{16}$/.test(stringMember(entry, "fingerprint") ?? ""))
    problems.push("`fingerprint` must be 16 hex digits, in quotes");
  if ((stringMember(entry, "reason") ?? "").trim() === "") problems.push("`reason` must say why");
  if (entry["expires"] !== undefined && !isDay(stringMember(entry, "expires")))
    problems.push("`expires` must be a day such as 2027-01-31");
  for (const key of Object.keys(entry)) if (!keys.has(key)) problems.push(`nothing is known of ${JSON.stringify(key)}`);
  return problems;
}

function isDay(text: string | undefined): boolean {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function repeated(list: readonly Json[]): readonly string[] {
  const all = list.map((entry) => stringMember(entry, "fingerprint")).filter((one) => one !== undefined);
  const twice = all.filter((fingerprint, index) => all.indexOf(fingerprint) !== index);
  return [...new Set(twice)].map((fingerprint) => `${JSON.stringify(fingerprint)} is there twice`);
}

function acceptanceOf(entry: Json): Acceptance {
  const expires = stringMember(entry, "expires");
  return {
    fingerprint: stringMember(entry, "fingerprint") ?? "",
    reason: stringMember(entry, "reason") ?? "",
    ...(expires === undefined ? {} : { expires }),
  };
}

/** Weighs findings by acceptances, on a day given as ISO date. */
export function weighFindings(findings: readonly Finding[], accepted: readonly Acceptance[], today: string): Weighed {
  const known = new Map(accepted.map((one) => [one.fingerprint, one]));
  const met = new Set(findings.map(({ fingerprint }) => fingerprint));
  const isOver = ({ expires }: Acceptance): boolean => expires !== undefined && expires < today;
  return {
    findings: findings.map((finding) => {
      const acceptance = known.get(finding.fingerprint);
      return acceptance === undefined || isOver(acceptance) ? finding : { ...finding, accepted: acceptance };
    }),
    stale: accepted.filter(({ fingerprint }) => !met.has(fingerprint)),
    expired: accepted.filter((one) => met.has(one.fingerprint) && isOver(one)),
  };
}
