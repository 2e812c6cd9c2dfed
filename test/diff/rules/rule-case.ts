import type { Severity } from "../../../generator/diff/finding.ts";
import type { RuleId } from "../../../generator/diff/rules/rule-id.ts";
import type { Schema } from "../../../generator/document.ts";

/** A rule at work on the body of a request and on that of an answer, on the wire; `silent` is a head that does not fire it. */
export interface SchemaCase {
  readonly rule: RuleId;
  readonly base: Schema;
  readonly head: Schema;
  /** Severity on the wire when callers send it; absent when the wire is not touched. */
  readonly request?: Severity;
  /** Severity on the wire when callers get it. */
  readonly response?: Severity;
  readonly silent: Schema;
}

/** A rule at work on whole documents, written as YAML of their parts. */
export interface DocumentCase {
  readonly rule: RuleId;
  readonly base: string;
  readonly head: string;
  /** `axis severity direction` of each finding of the rule. */
  readonly want: readonly string[];
  readonly silent: string;
}
