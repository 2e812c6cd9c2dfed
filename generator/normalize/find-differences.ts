import { type GatewayDifference, httpMethods } from "../document.ts";
import { isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { under } from "../json-pointer.ts";
import { mark, marksOf } from "../place.ts";
import { isAddedError } from "./add-error-responses.ts";
import { canonicalText } from "./canonical-text.ts";
import { type Child, childrenOf, type Kind } from "./map-document.ts";
import { originKey, originOf } from "./origin.ts";
import { compareText } from "./page-order.ts";
import { schemaName } from "./reference.ts";

/**
 * Where the document that a gateway's own pages make says something else than the one of all gateways, as a list of members to set and
 * to leave out. What only describes (texts, examples, names, tags) is no difference.
 */
export function findDifferences(merged: JsonObject, own: JsonObject): readonly GatewayDifference[] {
  const finder = new Finder(own);
  const used = new Set<string>();
  for (const [path, item] of Object.entries(objectMember(own, "paths") ?? {})) {
    for (const method of httpMethods) {
      const theirs = objectMember(objectMember(objectMember(merged, "paths"), path), method);
      const ours = objectMember(item, method);
      if (theirs === undefined || ours === undefined) continue;
      finder.compare(theirs, ours, "operation", ["paths", path, method]);
      for (const name of namesWithin(ours)) used.add(name);
    }
  }
  finder.compareComponents(objectMember(objectMember(merged, "components"), "schemas") ?? {}, used);
  return finder.differences.sort((one, other) => compareText(one.at, other.at));
}

/** Members that are compared, for kinds of which most members only describe. */
const compared: { readonly [K in Kind]?: ReadonlySet<string> } = {
  operation: new Set(["parameters", "requestBody", "responses", "deprecated"]),
  requestBody: new Set(["required", "content"]),
  response: new Set(["headers", "content"]),
  mediaType: new Set(["schema", "encoding"]),
};

/** Members that only describe, of any other kind. */
const describing = new Set(["title", "description", "example", "examples", "externalDocs", originKey]);

class Finder {
  readonly differences: GatewayDifference[] = [];
  readonly #own: JsonObject;

  constructor(own: JsonObject) {
    this.#own = objectMember(objectMember(own, "components"), "schemas") ?? {};
  }

  compare(merged: JsonObject, own: JsonObject, kind: Kind, at: readonly string[]): void {
    for (const key of new Set([...Object.keys(merged), ...Object.keys(own)])) {
      if (compared[kind]?.has(key) === false || describing.has(key)) continue;
      this.#compareMember(merged, own, key, childrenOf[kind].get(key), at);
    }
    if (kind === "schema") this.#compareOrigins(merged, own, at);
  }

  /** Components that operations of the gateway lead to, then those that only what was found differs by leads to. */
  compareComponents(merged: JsonObject, used: ReadonlySet<string>): void {
    const reached = new Set(used);
    for (const name of reached) for (const next of namesWithin(member(this.#own, name))) reached.add(next);
    for (const name of reached) {
      const [theirs, ours] = [objectMember(merged, name), objectMember(this.#own, name)];
      if (theirs !== undefined && ours !== undefined) this.compare(theirs, ours, "schema", [...componentAt, name]);
    }
    const missing = new Set(this.differences.flatMap(({ is }) => [...namesWithin(is)]));
    for (const name of missing) {
      const ours = objectMember(this.#own, name);
      if (ours === undefined || Object.hasOwn(merged, name)) continue;
      this.#note(this.#own, name, componentAt);
      for (const next of namesWithin(ours)) missing.add(next);
    }
  }

  #compareMember(
    merged: JsonObject,
    own: JsonObject,
    key: string,
    child: Child | undefined,
    at: readonly string[],
  ): void {
    const [theirs, ours] = [member(merged, key), member(own, key)];
    if (isObject(ours) && isAddedError(ours)) return;
    if (isObject(theirs) && isObject(ours) && child?.shape === "one")
      this.compare(theirs, ours, child.kind, [...at, key]);
    else if (isObject(theirs) && isObject(ours) && child?.shape === "map")
      this.#compareMap(theirs, ours, child.kind, [...at, key]);
    else if (theirs === undefined || ours === undefined || canonicalText(theirs) !== canonicalText(ours))
      this.#note(own, key, at);
  }

  #compareMap(merged: JsonObject, own: JsonObject, kind: Kind, at: readonly string[]): void {
    for (const key of new Set([...Object.keys(merged), ...Object.keys(own)]))
      this.#compareMember(merged, own, key, { shape: "one", kind }, at);
  }

  /** Whether a claim was mined decides how sure a change on the wire is, so a claim of equal value and other origin differs. */
  #compareOrigins(merged: JsonObject, own: JsonObject, at: readonly string[]): void {
    for (const keyword of Object.keys(own)) {
      if (describing.has(keyword) || keyword === "default" || !Object.hasOwn(merged, keyword)) continue;
      const origin = originOf(own, keyword);
      if (origin === originOf(merged, keyword)) continue;
      this.#note(origin === "schema" ? {} : { [keyword]: origin }, keyword, [...at, originKey]);
    }
  }

  /** Sets the member as the gateway has it, or leaves it out; keeps where the gateway's page says so. */
  #note(own: JsonObject, key: string, at: readonly string[]): void {
    const value = member(own, key);
    const difference = { at: pointerTo([...at, key]), ...(value === undefined ? {} : { is: value }) };
    const marks = marksOf(own);
    const offsets = marks?.members?.get(key);
    if (marks === undefined) this.differences.push(difference);
    else {
      const members = offsets === undefined ? {} : { members: new Map([["is", offsets]]) };
      this.differences.push(mark(difference, { source: marks.source, start: marks.start, ...members }));
    }
  }
}

const componentAt = ["components", "schemas"];

/** The names of the components that anything within a value refers to. */
function namesWithin(value: Json | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = [value];
  for (let next = waiting.pop(); next !== undefined || waiting.length > 0; next = waiting.pop()) {
    if (typeof next !== "object" || next === null) continue;
    const name = schemaName(stringMember(next, "$ref") ?? "");
    if (name !== undefined) names.add(name);
    waiting.push(...Object.values(next));
  }
  return names;
}

function pointerTo(keys: readonly string[]): string {
  return under("#", ...keys);
}
