import type { Change, Effect } from "../change.ts";
import type { Axis, Severity } from "../finding.ts";
import { showValue } from "./show-value.ts";

/** A severity; `none` where the axis is not touched. */
export type Grade = Severity | "none";

/** What an effect means: the same both ways, or one thing in what callers send and another in what they get. */
export type Verdict = Grade | { readonly request: Grade; readonly response: Grade };

/** A rule of the classifier, as its page in docs/rules/ tells it. */
export interface Rule {
  /** A short noun phrase, without a full stop. */
  readonly title: string;
  /** What the rule sees. */
  readonly what: string;
  /** Why it matters to callers. */
  readonly why: string;
  /** What to do about it. */
  readonly fix: string;
  /** A piece of YAML before and after. */
  readonly example: readonly [before: string, after: string];
  /** Verdicts by axis and effect; an effect that is not named leaves the axis untouched. */
  readonly verdicts: { readonly [Name in Axis]?: { readonly [Kind in Effect]?: Verdict } };
  /** One sentence about a change, with raw text of the documents in it. */
  readonly say: (change: Change) => string;
}

/** What most rules advise. */
export const keepOrMajor = "Keep what was allowed, or release a major version that says what to send instead.";

type Verdicts = Partial<Record<Effect, Verdict>>;

/** The law of the wire: what is narrower breaks senders, what is wider breaks readers, what cannot be ordered breaks both. */
export const byLaw: Verdicts = {
  narrower: { request: "breaking", response: "safe" },
  wider: { request: "safe", response: "breaking" },
  incomparable: "breaking",
};

/** As {@link byLaw}, where readers hardly ever depend on what the keyword promises. */
export const byLawForSenders: Verdicts = {
  narrower: { request: "breaking", response: "safe" },
  wider: { request: "safe", response: "risky" },
  incomparable: { request: "breaking", response: "risky" },
};

/**
 * What TypeScript makes of it, for keywords that shape types: a narrower input or a wider output stops compiling; a narrower
 * output may (comparing with a value that cannot come any more is an error).
 */
export const byTypes: Verdicts = {
  narrower: { request: "breaking", response: "risky" },
  wider: { request: "none", response: "breaking" },
  incomparable: "breaking",
};

/** As {@link byTypes}, where a wider input may not take what the old type let be written: an index signature is no superset. */
export const byOpenTypes: Verdicts = { ...byTypes, wider: { request: "risky", response: "breaking" } };

/** A sentence about a value that moved, came or went. */
export function moved(noun: string): Rule["say"] {
  return ({ subject, before, after }) => {
    if (before === undefined || before === null) return `${subject}: ${noun} is now ${showValue(after)}`;
    if (after === undefined || after === null) return `${subject}: ${noun} is no longer ${showValue(before)}`;
    return `${subject}: ${noun} changed from ${showValue(before)} to ${showValue(after)}`;
  };
}
