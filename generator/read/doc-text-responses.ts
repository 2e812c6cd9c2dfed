import { fromEntries, type JsonObject } from "../json.ts";
import type { SourceText } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { readDocTextFields } from "./doc-text-fields.ts";
import { findDocTextExample, readDocTextMedia } from "./doc-text-media.ts";
import { readDocTextSchema } from "./doc-text-schema.ts";
import type { DocTextSection } from "./doc-text-sections.ts";
import { isTypeText } from "./doc-text-type.ts";
import type { Line } from "./split-lines.ts";

/** The responses of a rendered page by status: a heading with a status begins one; a page that states none means 200. */
export function readDocTextResponses(sections: readonly DocTextSection[], source: SourceText): JsonObject {
  const groups = groupResponses(sections);
  const responses = new Map<string, JsonObject>();
  for (const group of groups) {
    const status = group[0]?.status ?? "200";
    const name = group[0]?.name ?? "";
    responses.set(responses.has(status) ? `x-${status}:${name}` : status, readResponse(group, name, source));
  }
  return responses.size === 0 ? { 200: { description: "" } } : fromEntries(responses);
}

/** The lines of a response's bodies, and its name: in its heading, or alone on the line below it. */
function readName(
  group: readonly DocTextSection[],
  given: string,
): { readonly name: string; readonly lines: readonly Line[] } {
  const lines = group
    .filter(({ kind }) => kind === "response-body" || kind === "response")
    .flatMap((section) => section.lines);
  const [first, second] = lines;
  const isHeading = given === "" && group[0]?.status !== undefined && (group[0]?.lines.length ?? 0) > 0;
  if (!isHeading || first === undefined || readDocTextFields(lines.slice(0, 3))[0]?.offset === first.start)
    return { name: given, lines };
  const isText = !/^[[{]/.test(first.text) && !isTypeText(first.text) && !isTypeText(second?.text ?? "");
  return isText ? { name: first.text, lines: lines.slice(1) } : { name: given, lines };
}

/** The sections of each response; a sample that names its status, or stands below a response that shows nothing, is an earlier one's. */
function groupResponses(sections: readonly DocTextSection[]): readonly (readonly DocTextSection[])[] {
  const groups: DocTextSection[][] = [];
  const isPart = ({ kind }: DocTextSection): boolean => /^response-/.test(kind);
  // A page that heads nothing below its responses shows the one it has at once.
  const hasParts = sections.some(isPart);
  for (const section of sections) {
    if (!isPart(section) && (hasParts || section.kind !== "response")) continue;
    const current = groups.at(-1);
    if (section.kind === "response-example") {
      const owner = findOwner(groups, section) ?? (section.status === undefined ? current : undefined);
      if (owner === undefined) groups.push([section]);
      else owner.push(section);
    } else if (current === undefined || section.status !== undefined) groups.push([section]);
    else current.push(section);
  }
  return groups;
}

function findOwner(groups: readonly DocTextSection[][], { status }: DocTextSection): DocTextSection[] | undefined {
  if (status !== undefined) return groups.find((group) => group[0]?.status === status);
  const current = groups.at(-1);
  const isBare = current?.every(({ lines, mediaType }) => lines.length < 2 && mediaType === undefined) === true;
  return isBare ? groups.find((group) => group.some(({ lines }) => lines.length > 1)) : undefined;
}

function readResponse(group: readonly DocTextSection[], given: string, source: SourceText): JsonObject {
  const { name, lines } = readName(group, given);
  const samples = group.filter((section) => section.kind === "response-example");
  const bodies = group.filter(({ kind }) => kind === "response-body" || kind === "response");
  const example = findDocTextExample([...samples, ...bodies], source);
  if (lines.length === 0 && example === undefined) return { description: name };
  const mediaType = group.find((section) => section.mediaType !== undefined)?.mediaType ?? "application/json";
  const schema = readDocTextSchema(group, source);
  const media = { ...readDocTextMedia(lines, example, source), ...(schema === undefined ? {} : { schema }) };
  const content = fromEntries([[mediaType, media]]);
  return definedEntries([
    ["description", name],
    ["content", content],
  ]);
}
