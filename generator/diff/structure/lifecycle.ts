import type { Change } from "../change.ts";

interface Dated {
  readonly deprecated?: boolean;
  readonly "x-sunset"?: string;
  readonly "x-stability-level"?: string;
}

/** Whether callers were told that it goes: deprecated with its sunset past (or none), or never more than a draft or alpha. */
export function isAnnounced(thing: Dated, today: string): boolean {
  if (isUnsettled(thing)) return true;
  const sunset = thing["x-sunset"];
  return thing.deprecated === true && (sunset === undefined || dayOf(sunset) <= today);
}

/** Whether it was never promised to stay: draft or alpha. */
export function isUnsettled(thing: Dated): boolean {
  const level = thing["x-stability-level"];
  return level === "draft" || level === "alpha";
}

/** A changed deprecation as effect, or undefined. */
export function deprecationEffect(base: Dated, head: Dated): "added" | "removed" | undefined {
  const [from, to] = [base.deprecated === true, head.deprecated === true];
  return from === to ? undefined : to ? "added" : "removed";
}

/** A changed sunset: moved earlier (`narrower`) or later (`wider`), set, or taken away while the thing stays deprecated. */
export function sunsetEffect(base: Dated, head: Dated): Change["effect"] | undefined {
  const [from, to] = [base["x-sunset"], head["x-sunset"]];
  if (from === to) return undefined;
  if (from === undefined) return "added";
  if (to === undefined) return head.deprecated === true ? "removed" : undefined;
  return dayOf(to) < dayOf(from) ? "narrower" : "wider";
}

const levels: readonly string[] = ["draft", "alpha", "beta", "stable"];

/** A changed stability level: `wider` when less is promised than before, `narrower` when more is. None counts as stable. */
export function stabilityEffect(base: Dated, head: Dated): "wider" | "narrower" | undefined {
  const [from, to] = [base, head].map((thing) => levels.indexOf(thing["x-stability-level"] ?? "stable"));
  if (from === undefined || to === undefined || from === to || from < 0 || to < 0) return undefined;
  return to < from ? "wider" : "narrower";
}

/** The day of an ISO date or date-time; days of this form compare as text. */
function dayOf(date: string): string {
  return String(date).slice(0, 10);
}
