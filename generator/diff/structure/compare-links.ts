import type { Response } from "../../document.ts";
import { isObject } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import { canonical } from "../canonical.ts";
import type { Change } from "../change.ts";
import type { HeadersPair } from "./compare-headers.ts";

/** Compares the links of two responses, by name. */
export function compareLinks(pair: HeadersPair): void {
  const [base, head] = [linksOf(pair.base), linksOf(pair.head)];
  for (const name of new Set([...Object.keys(base), ...Object.keys(head)])) {
    const [from, to] = [base, head].map((links) => (Object.hasOwn(links, name) ? links[name] : undefined));
    if (to === undefined) note(pair, "link-removed", "removed", name);
    else if (from === undefined) note(pair, "link-added", "added", name);
    else if (canonical(factsOf(from)) !== canonical(factsOf(to))) note(pair, "link-changed", "changed", name);
  }
}

type Links = NonNullable<Response["links"]>;

function linksOf({ links }: Response): Links {
  return isObject(links) ? links : {};
}

/** What a link says, without its description. */
function factsOf(link: Links[string]): unknown {
  return Object.fromEntries(Object.entries(link).filter(([key]) => key !== "description" && !key.startsWith("x-")));
}

function note(pair: HeadersPair, rule: Change["rule"], effect: Change["effect"], name: string): void {
  const pointer = under(rule === "link-removed" ? pair.basePointer : pair.headPointer, "links", name);
  const change: Change = {
    rule,
    effect,
    pointer,
    subject: `link ${name} of ${pair.subject}`,
    base: { holder: pair.base.links ?? pair.base, key: name },
    head: { holder: pair.head.links ?? pair.head, key: name },
  };
  pair.record.changes.push({ change, travel: pair.travel, operation: pair.operation });
}
