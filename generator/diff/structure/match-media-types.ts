import type { Relation } from "../change.ts";

/** Media types of the base that live on in the head, as they are or within a broader or narrower one. */
export interface MediaTypeMatch {
  readonly pairs: readonly { readonly base: string; readonly head: string; readonly relation: Relation }[];
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** Matches media types: the same first, then the same without parameters, then a range or a suffix form. */
export function matchMediaTypes(base: readonly string[], head: readonly string[]): MediaTypeMatch {
  const pairs: { base: string; head: string; relation: Relation }[] = [];
  const [lost, won] = [new Set(base), new Set(head)];
  for (const fits of [isSame, isSameEssence, isRelated]) {
    for (const from of lost) {
      const to = [...won].find((name) => fits(from, name));
      if (to === undefined) continue;
      pairs.push({ base: from, head: to, relation: relate(from, to) });
      lost.delete(from);
      won.delete(to);
    }
  }
  // A range that both sides keep covers what is named beside it.
  const gone = [...lost].filter((name) => !head.some((other) => holds(other, name)));
  const come = [...won].filter((name) => !base.some((other) => holds(other, name)));
  return { pairs, gone, come };
}

interface Parsed {
  readonly type: string;
  readonly subtype: string;
  /** `json` of `application/problem+json`, and of `application/json` itself. */
  readonly suffix: string;
  readonly parameters: string;
}

function parse(name: string): Parsed {
  const [essence = "", ...parameters] = name
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const [type = "", subtype = ""] = essence.split("/");
  const suffix = subtype.slice(subtype.lastIndexOf("+") + 1);
  return {
    type,
    subtype,
    suffix,
    parameters: parameters
      .filter((one) => !one.startsWith("charset="))
      .sort()
      .join(";"),
  };
}

function isSame(base: string, head: string): boolean {
  return relate(base, head) === "equal";
}

function isSameEssence(base: string, head: string): boolean {
  const [from, to] = [parse(base), parse(head)];
  return from.type === to.type && from.subtype === to.subtype;
}

function isRelated(base: string, head: string): boolean {
  return holds(base, head) || holds(head, base);
}

function relate(base: string, head: string): Relation {
  const [from, to] = [parse(base), parse(head)];
  if (isSameEssence(base, head)) return from.parameters === to.parameters ? "equal" : "incomparable";
  if (holds(head, base)) return "wider";
  return holds(base, head) ? "narrower" : "incomparable";
}

/** Whether the first media type takes the second in: `*` ranges, and `application/json` any `application/…+json`. */
function holds(broad: string, narrow: string): boolean {
  const [outer, inner] = [parse(broad), parse(narrow)];
  if (outer.type === "*") return true;
  if (outer.type !== inner.type) return false;
  return (
    outer.subtype === "*" ||
    outer.subtype === inner.subtype ||
    (outer.subtype === inner.suffix && inner.subtype.includes("+"))
  );
}
