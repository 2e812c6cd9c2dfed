import type { YamlLine } from "./yaml-line.ts";

/**
 * Index of the line that surely ends an example which lost its indentation: one that begins the next part of the
 * operation and could hardly be data. Examples hold any key, so each sign is two lines long where one would not be enough.
 * It is looked for up to `most`, by default in all lines.
 */
export function findExampleEnd(lines: readonly YamlLine[], start: number, most: number = lines.length): number {
  const end = Math.min(most, lines.length);
  for (let index = start; index < end; index += 1) if (endsExample(lines, index)) return index;
  return end;
}

function endsExample(lines: readonly YamlLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line?.key === undefined) return false;
  if (line.dashes > 0) return line.dashes === 1 && line.key === "name" && next?.key === "in";
  if (/^x-(?:ap(?:ifox|idog)-|run-in-ap)/.test(line.key)) return true;
  if (/^(?:[1-5]\d\d|default|x-\d{3}:.*)$/.test(line.key)) return line.value === "" && startsResponse(next);
  if (/^[\w*.+-]+\/[\w*.+-]+$/.test(line.key))
    return line.value === "" && /^(?:schema|examples?)$/.test(next?.key ?? "");
  if (line.key === "headers") return endsResponse(lines, index);
  if (line.key === "responses") return line.value === "" && /^(?:[1-5]\d\d|default)$/.test(next?.key ?? "");
  if (line.key === "required")
    return /^(?:true|false)$/.test(line.value) && /^(?:responses|description)$/.test(next?.key ?? "");
  if (line.key === "security") return line.value === "[]" || isSecurity(next);
  if (line.key === "servers") return line.value === "[]" || (next?.dashes === 1 && next.key === "url");
  if (line.key === "components") return /^(?:schemas|securitySchemes|responses|parameters)$/.test(next?.key ?? "");
  return endsEntry(lines, index);
}

function startsResponse(next: YamlLine | undefined): boolean {
  return /^(?:description|content|\$ref)$/.test(next?.key ?? "");
}

/** `headers: {}` closes a response when what follows can only stand beside it or after it. */
function endsResponse(lines: readonly YamlLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line?.value !== "{}") return line?.value === "" && /^(?:description|schema)$/.test(lines[index + 2]?.key ?? "");
  // Not twice in a row: looking ahead must not go on for ever.
  return next === undefined || (next.dashes === 0 && next.key !== "headers" && endsExample(lines, index + 1));
}

/** `- bearer: []` */
function isSecurity(next: YamlLine | undefined): boolean {
  return next?.dashes === 1 && next.key !== undefined && /^(?:\[.*\])?$/.test(next.value);
}

/** The next entry of `examples`: its number, then its summary or value; and the next path or method. */
function endsEntry(lines: readonly YamlLine[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line?.value !== "") return false;
  const key = line.key ?? "";
  if (/^\d{1,2}$/.test(key)) return /^(?:summary|value)$/.test(next?.key ?? "");
  if (/^(?:get|post|put|patch|delete)$/.test(key))
    return /^(?:summary|description|deprecated|operationId|tags)$/.test(next?.key ?? "");
  return key.startsWith("/") && /^(?:get|post|put|patch|delete|parameters)$/.test(next?.key ?? "");
}
