import { fromEntries, type JsonObject } from "../json.ts";
import type { SourceText } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { findDocTextExample, readDocTextMedia } from "./doc-text-media.ts";
import type { DocTextSection } from "./doc-text-sections.ts";

/** The responses of a rendered page by status: a heading with a status begins one; a page that states none means 200. */
export function readDocTextResponses(sections: readonly DocTextSection[], source: SourceText): JsonObject {
  const groups: DocTextSection[][] = [];
  for (const section of sections) {
    if (section.kind !== "response-body" && section.kind !== "response-example") continue;
    const current = groups.at(-1);
    if (current === undefined || section.status !== undefined) groups.push([section]);
    else current.push(section);
  }
  const responses = new Map<string, JsonObject>();
  for (const group of groups) {
    const status = group[0]?.status ?? "200";
    const name = group[0]?.name ?? "";
    responses.set(responses.has(status) ? `x-${status}:${name}` : status, readResponse(group, name, source));
  }
  return responses.size === 0 ? { 200: { description: "" } } : fromEntries(responses);
}

function readResponse(group: readonly DocTextSection[], name: string, source: SourceText): JsonObject {
  const samples = group.filter((section) => section.kind === "response-example");
  const bodies = group.filter((section) => section.kind === "response-body");
  const lines = bodies.flatMap((section) => section.lines);
  const example = findDocTextExample([...samples, ...bodies], source);
  if (lines.length === 0 && example === undefined) return { description: name };
  const mediaType = group.find((section) => section.mediaType !== undefined)?.mediaType ?? "application/json";
  const content = fromEntries([[mediaType, readDocTextMedia(lines, example, source)]]);
  return definedEntries([
    ["description", name],
    ["content", content],
  ]);
}
