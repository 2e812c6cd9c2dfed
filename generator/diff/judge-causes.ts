import { createHash } from "node:crypto";
import { pathShape } from "../path-shape.ts";
import { placeOf } from "../place.ts";
import { canonical } from "./canonical.ts";
import type { Cause } from "./causes.ts";
import type { Change, Spot } from "./change.ts";
import { type Axis, axes, type Direction, type Finding, type Severity } from "./finding.ts";
import type { Grade, Verdict } from "./rules/rule.ts";
import { rules } from "./rules/rules.ts";
import type { Travel } from "./schema/context.ts";

/** What a judgement needs besides the rules. */
export interface Circumstances {
  /** Whether an operation was never promised to stay (draft or alpha): what reaches no other is a risk at most. */
  readonly isUnsettled: (operation: string) => boolean;
}

/** Turns causes into findings: one for each axis a cause touches, worst first. */
export function judgeCauses(causes: readonly Cause[], circumstances: Circumstances): readonly Finding[] {
  return causes.flatMap((cause) => judgeCause(cause, circumstances)).sort(byWeight);
}

function judgeCause(cause: Cause, circumstances: Circumstances): readonly Finding[] {
  const { change } = cause;
  return axes.flatMap((axis) => {
    const verdict = rules[change.rule].verdicts[axis]?.[change.effect];
    const grade = verdict === undefined ? "none" : gradeOf(verdict, cause.travels);
    if (grade === "none" || !concerns(cause, axis, grade)) return [];
    return [findingOf(cause, axis, soften(grade, axis, cause, circumstances))];
  });
}

/** Types are those of the package and the wire is the gateways'; what is only a note for people is worth a word wherever it stands. */
function concerns({ extent = "everyone" }: Cause, axis: Axis, grade: Severity): boolean {
  switch (extent) {
    case "everyone":
      return true;
    case "package":
      return axis !== "wire";
    case "gateway":
      return axis !== "source" || grade === "safe";
  }
}

/** The worst that any way it travels makes of it. */
function gradeOf(verdict: Verdict, travels: Cause["travels"]): Grade {
  if (typeof verdict === "string") return verdict;
  const grades = [...travels].map((travel) => verdict[travel === "response" ? "response" : "request"]);
  return grades.reduce((worst, grade) => (weights[grade] < weights[worst] ? grade : worst), "none");
}

const weights: Readonly<Record<Grade, number>> = { breaking: 0, risky: 1, safe: 2, none: 3 };

function soften(grade: Severity, axis: Axis, { change, operations }: Cause, { isUnsettled }: Circumstances): Severity {
  if (grade !== "breaking" || axis === "runtime") return grade;
  if (axis === "wire" && change.unsure === true) return "risky";
  return axis === "wire" && operations.size > 0 && [...operations].every(isUnsettled) ? "risky" : grade;
}

function findingOf({ change, travels, operations, gateways }: Cause, axis: Axis, severity: Severity): Finding {
  const { rule, pointer, before, after } = change;
  return {
    rule,
    axis,
    severity,
    direction: directionOf(travels),
    pointer,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    operations: [...operations].sort(),
    ...(gateways === undefined ? {} : { gateways }),
    locations: locationsOf(change),
    fingerprint: fingerprintOf(change, axis, gateways),
    message: `${gateways === undefined ? "" : `${gateways.join(", ")}: `}${rules[rule].say(change)}`,
  };
}

function directionOf(travels: ReadonlySet<Travel | "none">): Direction {
  if (travels.has("request")) return travels.has("response") ? "both" : "request";
  return travels.has("response") ? "response" : "none";
}

function locationsOf({ base, head }: Change): Finding["locations"] {
  const [from, to] = [placeOfSpot(base), placeOfSpot(head)];
  return { ...(from === undefined ? {} : { base: from }), ...(to === undefined ? {} : { head: to }) };
}

function placeOfSpot(spot: Spot | undefined): ReturnType<typeof placeOf> {
  return spot === undefined ? undefined : placeOf(spot.holder, spot.key);
}

/** Over what changed, never over how it is told: rewording, reordering and moving lines keep a fingerprint. */
function fingerprintOf(change: Change, axis: Axis, gateways: readonly string[] = []): string {
  const { rule, effect, pointer, before = null, after = null } = change;
  const place = pathShape(pointer);
  const facts = canonical([rule, axis, effect, place, before, after, ...gateways]);
  return createHash("sha256").update(facts).digest("hex").slice(0, 16);
}

function byWeight(one: Finding, other: Finding): number {
  return (
    weights[one.severity] - weights[other.severity] ||
    axes.indexOf(one.axis) - axes.indexOf(other.axis) ||
    compareText(one.pointer, other.pointer) ||
    compareText(one.rule, other.rule) ||
    compareText(one.fingerprint, other.fingerprint)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
