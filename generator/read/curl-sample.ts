import { fromEntries, type Json, type JsonObject } from "../json.ts";
import type { SourceText } from "../place.ts";
import { parseExample } from "./parse-example.ts";
import type { Line } from "./split-lines.ts";

/** The body that a curl sample sends. */
export interface CurlBody {
  readonly mediaType: string;
  /** A JSON value, or text. */
  readonly example?: Json;
  /** Of a form, whose fields a sample names but seldom fills in. */
  readonly schema?: JsonObject;
}

/** The body of the first curl sample among lines, joined again; undefined where it sends none. */
export function readCurlBody(lines: readonly Line[], source: SourceText): CurlBody | undefined {
  const first = lines.findIndex((line) => /^curl\s/.test(line.text));
  const start = lines[first]?.start;
  if (start === undefined) return undefined;
  const text = lines
    .slice(first, first + maxSampleLines)
    .map((line) => line.text)
    .join("\n");
  return readForm(text) ?? readData(text, { source, start });
}

/** Samples with a picture inside are long; longer ones are no samples. */
const maxSampleLines = 5_000;

function readData(text: string, origin: { readonly source: SourceText; readonly start: number }): CurlBody | undefined {
  const found = /(?:--data(?:-raw|-binary)?|-d)\s+\$?(?=['"])/.exec(text);
  if (found === null) return undefined;
  const data = readQuoted(text, found.index + found[0].length);
  if (data === undefined || !/^\s*[[{]/.test(data)) return undefined;
  const example = parseExample(data, origin);
  return typeof example === "string" ? undefined : { mediaType: "application/json", example };
}

/** An argument in the quotes of a shell: `'\''` stands for a quote inside of single ones, backslashes escape in double ones. */
function readQuoted(text: string, start: number): string | undefined {
  const quote = text[start];
  const parts: string[] = [];
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote === "'" && text.startsWith("'\\''", at)) {
      parts.push("'");
      at += 3;
    } else if (character === quote) return parts.join("");
    else if (quote === '"' && character === "\\") {
      at += 1;
      parts.push(text[at] ?? "");
    } else parts.push(character);
  }
  return undefined;
}

const formField = /(?:--form|-F|--data-urlencode)\s+['"]?([\w.[\]-]{1,80})=(["']?@)?/g;

function readForm(text: string): CurlBody | undefined {
  const fields = Array.from(text.matchAll(formField), ([, name = "", file]): [string, JsonObject] => [
    name,
    file === undefined ? { type: "string" } : { type: "string", format: "binary" },
  ]);
  if (fields.length === 0) return undefined;
  const mediaType = text.includes("--data-urlencode") ? "application/x-www-form-urlencoded" : "multipart/form-data";
  return { mediaType, schema: { type: "object", properties: fromEntries(new Map(fields)) } };
}
