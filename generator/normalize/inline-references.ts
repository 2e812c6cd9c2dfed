import type { Report } from "../diagnostic.ts";
import { isObject, type JsonObject, stringMember } from "../json.ts";
import { placeOf } from "../place.ts";
import { RepeatBudget } from "../repeat-budget.ts";
import { quote } from "../terminal-text.ts";
import { type At, type Kind, mapDocument, pointerOf, type Visitors } from "./map-document.ts";
import { findReference, isExternal, type ReferenceTarget } from "./reference.ts";

const inlined: readonly Kind[] = ["pathItem", "parameter", "requestBody", "response", "header", "mediaType"];

/** Puts shared parameters, bodies, responses, headers and path items where they are used; only schemas stay shared. */
export function inlineReferences(document: JsonObject, report: Report): JsonObject {
  const budget = new RepeatBudget(report);
  const find = rememberTargets(document);
  const inline = (node: JsonObject, at: At): JsonObject => {
    const end = followChain(find, node, at, report);
    return end === node || budget.grants(end, node) ? end : {};
  };
  const visitors: Visitors = Object.fromEntries(inlined.map((kind) => [kind, inline]));
  return mapDocument(document, visitors);
}

/** Finds what a reference leads to, each looked up once. */
function rememberTargets(document: JsonObject): (reference: string) => ReferenceTarget | undefined {
  const known = new Map<string, ReferenceTarget | undefined>();
  return (reference) => {
    const found = known.has(reference) ? known.get(reference) : findReference(document, reference);
    known.set(reference, found);
    return found;
  };
}

function followChain(
  find: (reference: string) => ReferenceTarget | undefined,
  node: JsonObject,
  at: At,
  report: Report,
): JsonObject {
  const seen = new Set<string>();
  let current = node;
  for (
    let reference = stringMember(current, "$ref");
    reference !== undefined;
    reference = stringMember(current, "$ref")
  ) {
    const target = seen.has(reference) || isExternal(reference) ? undefined : find(reference);
    if (target === undefined || !isObject(target.value)) {
      reportLost(current, reference, at, report);
      return {};
    }
    seen.add(reference);
    current = target.value;
  }
  return current;
}

/** Reports a reference that leads nowhere, or out of the document. */
export function reportLost(node: JsonObject, reference: string, at: At, report: Report): void {
  const detail = { place: placeOf(node, "$ref"), pointer: pointerOf(at) };
  if (isExternal(reference)) {
    report("external-reference", `The reference ${quote(reference)} leaves the document; Docket opens no others.`, {
      ...detail,
      hint: "Bundle the document first, so that every $ref begins with #.",
    });
    return;
  }
  report("unresolved-reference", `The reference ${quote(reference)} leads nowhere.`, {
    ...detail,
    hint: "Define what it names in the same document, or remove it.",
  });
}
