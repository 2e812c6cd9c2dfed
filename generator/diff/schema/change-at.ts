import type { Json } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import type { Change, Effect, Spot } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import { nameOfSchema, type Shape, type Stated } from "./shape.ts";

/** Two shapes that stand for each other in the two documents. */
export interface Pair {
  readonly base: Shape;
  readonly head: Shape;
}

/** A change of one keyword; a side that does not state it is left out. `values` replace what the sides state, for reports. */
export function changeAt(
  rule: RuleId,
  effect: Effect,
  pair: Pair,
  sides: { readonly base?: Stated<unknown> | undefined; readonly head?: Stated<unknown> | undefined },
  values: { readonly before?: Json | undefined; readonly after?: Json | undefined },
): Change {
  const { base, head } = sides;
  const pointer =
    head === undefined
      ? base === undefined
        ? pair.head.at.pointer
        : under(base.at.pointer, base.key)
      : under(head.at.pointer, head.key);
  return {
    rule,
    effect,
    pointer,
    subject: nameOfSchema(head?.at ?? base?.at ?? pair.head.at),
    ...values,
    base: spotOf(base, pair.base),
    head: spotOf(head, pair.head),
    unsure: isUnsure(effect, base, head),
  };
}

/** What a side does not state is pointed at by the schema that could have stated it. */
function spotOf(side: Stated<unknown> | undefined, shape: Shape): Spot {
  return side === undefined ? { holder: shape.at.schema } : { holder: side.at.schema, key: side.key };
}

/** A narrowing is as sure as what the head says, a widening as sure as what the base said. */
function isUnsure(effect: Effect, base: Stated<unknown> | undefined, head: Stated<unknown> | undefined): boolean {
  const [from, to] = [base?.mined === true, head?.mined === true];
  if (effect === "narrower" || effect === "added") return to;
  return effect === "wider" || effect === "removed" ? from : from || to;
}
