import type { Json } from "../json.ts";
import type { RuleId } from "./rules/rule-id.ts";

/**
 * How the values that the head allows compare with those of the base. `narrower`: fewer; `wider`: more;
 * `incomparable`: neither contains the other, or no one can tell.
 */
export type Relation = "equal" | "narrower" | "wider" | "incomparable";

/** What a change did: moved the set of allowed values, or added, removed or changed something beside it. */
export type Effect = Exclude<Relation, "equal"> | "added" | "removed" | "changed";

/** A spot in a document: the object (or array) that holds the changed member, and the member's key. */
export interface Spot {
  readonly holder: unknown;
  readonly key?: string | undefined;
}

/** A change before anyone judged it: what happened where, without direction or severity. */
export interface Change {
  readonly rule: RuleId;
  readonly effect: Effect;
  readonly pointer: string;
  /** What changed, for the message: `Pet.kind`, `query parameter limit of GET /pets`. */
  readonly subject: string;
  readonly before?: Json | undefined;
  readonly after?: Json | undefined;
  readonly base?: Spot | undefined;
  readonly head?: Spot | undefined;
  /** Set when documents cannot say for sure (mined from prose, announced removal): the wire severity is at most risky. */
  readonly unsure?: boolean | undefined;
}

/** The effect seen from the other side: what the base is to the head. */
export function mirrored(effect: Effect): Effect {
  switch (effect) {
    case "narrower":
      return "wider";
    case "wider":
      return "narrower";
    case "added":
      return "removed";
    case "removed":
      return "added";
    default:
      return effect;
  }
}

/** Both relations at once, as when two keywords of one schema changed. */
export function joined(one: Relation, other: Relation): Relation {
  if (one === other || other === "equal") return one;
  return one === "equal" ? other : "incomparable";
}
