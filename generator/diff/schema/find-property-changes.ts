import { under } from "../../json-pointer.ts";
import { type Change, type Effect, mirrored } from "../change.ts";
import { changeAt, type Pair } from "./change-at.ts";
import type { Comparer, Comparison, Edge } from "./context.ts";
import { isComparable } from "./is-comparable.ts";
import { further, nameOfSchema, type Shape, type Site, type Stated } from "./shape.ts";

/** What changed about properties; `explained` names those that came or went with a composition part. */
export function findPropertyChanges(pair: Pair, comparer: Comparer, explained: ReadonlySet<string>): Comparison {
  if (!isComparable(pair, "object")) return { changes: [], edges: [] };
  const changes: Change[] = [];
  const edges: Edge[] = [];
  for (const name of namesOf(pair)) {
    if (explained.has(name)) continue;
    const sides = { base: presentSite("base", name, pair, comparer), head: presentSite("head", name, pair, comparer) };
    if (sides.base !== undefined && sides.head !== undefined)
      edges.push({ base: sides.base, head: sides.head, context: innerContext(comparer) });
    const change =
      sides.base === undefined && sides.head === undefined
        ? undeclaredRequired(name, pair)
        : sides.base === undefined
          ? propertyCame(name, pair)
          : sides.head === undefined
            ? propertyWent(name, pair)
            : requiredChanged(name, pair);
    if (change !== undefined) changes.push(change);
  }
  return { changes, edges };
}

function namesOf({ base, head }: Pair): ReadonlySet<string> {
  return new Set(
    [base.properties, base.required, head.properties, head.required].flatMap((names) => [...names.keys()]),
  );
}

/** The property of one side, unless it does not travel this way (`readOnly` in requests, `writeOnly` in responses). */
function presentSite(side: "base" | "head", name: string, pair: Pair, comparer: Comparer): Site | undefined {
  const site = pair[side].properties.get(name);
  if (site === undefined) return undefined;
  const shape = comparer[side].read(site);
  const hidden = comparer.context.travel === "request" ? shape.readOnly : shape.writeOnly;
  return hidden ? undefined : site;
}

/** Inside an object, a scalar is no list of one any more. */
function innerContext({ context }: Comparer): Comparer["context"] {
  return context.lists === "plain" ? context : { ...context, lists: "plain" };
}

function propertyCame(name: string, pair: Pair): Change {
  const sides = { base: statedProperty(pair.base, name), head: statedProperty(pair.head, name) };
  const effect = comingEffect(pair.head.required.has(name), isClosed(pair.base));
  if (pair.base.properties.has(name)) return changeAt("property-travel-changed", effect, pair, sides, { after: name });
  const rule = pair.head.required.has(name) ? "required-property-added" : "property-added";
  return changeAt(rule, effect, pair, sides, { after: name });
}

function propertyWent(name: string, pair: Pair): Change {
  const sides = { base: statedProperty(pair.base, name), head: statedProperty(pair.head, name) };
  const effect = mirrored(comingEffect(pair.base.required.has(name), isClosed(pair.head)));
  const rule = pair.head.properties.has(name) ? "property-travel-changed" : "property-removed";
  return changeAt(rule, effect, pair, sides, { before: name });
}

/** What a new property does: a required one asks for more, one that was ruled out before allows more. */
function comingEffect(required: boolean, ruledOut: boolean): Effect {
  if (required) return ruledOut ? "incomparable" : "narrower";
  return ruledOut ? "wider" : "added";
}

/** A property as a side states it: its holder is the object of properties, so that a removal points at the parent. */
function statedProperty(shape: Shape, name: string): Stated<unknown> | undefined {
  const [at] = shape.properties.get(name) ?? [];
  return at === undefined
    ? undefined
    : { value: at.schema, at: { ...at, pointer: parentOf(at.pointer) }, key: name, mined: false };
}

function parentOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf("/"));
}

function isClosed(shape: Shape): boolean {
  return ["additionalProperties", "unevaluatedProperties"].some((keyword) => {
    const [site] = shape.children.get(keyword) ?? [];
    return site !== undefined && site.schema.not !== undefined && Object.keys(site.schema).length === 1;
  });
}

function requiredChanged(name: string, pair: Pair): Change | undefined {
  const [base, head] = [pair.base.required.get(name), pair.head.required.get(name)];
  if ((base === undefined) === (head === undefined)) return undefined;
  const effect = head === undefined ? "wider" : "narrower";
  const change = changeAt("property-required-changed", effect, pair, { base, head }, {});
  const { label, path } = (head ?? base)?.at ?? pair.head.at;
  return {
    ...change,
    // The pointer names the property: properties that became required at once are changes of their own.
    pointer: under(change.pointer, name),
    subject: nameOfSchema({ label, path: further(path, name) }),
    before: base !== undefined,
    after: head !== undefined,
  };
}

/** A name in `required` that no side describes: more likely a slip of the page than a demand of the server. */
function undeclaredRequired(name: string, pair: Pair): Change | undefined {
  if (pair.base.properties.has(name) || pair.head.properties.has(name)) return undefined;
  const change = requiredChanged(name, pair);
  return change === undefined ? undefined : { ...change, unsure: true };
}
