import type { Line } from "./split-lines.ts";

/** What a line says of the response that begins with it. */
export interface DocTextStatus {
  readonly status: string;
  /** Undefined where the line above says it. */
  readonly name?: string;
  readonly mediaType?: string;
  /** Whether the line is the heading of a sample, of a response that stands above. */
  readonly isExample: boolean;
}

/**
 * The status that a line is the heading of: `🟢200成功`, `🟠 400 参数错误`, `200: 成功`, with a media type behind it on some
 * sites; `HTTP 状态码: 200` on older ones; `200 - Example 1` above a sample, which may be all that a page says of a response.
 */
export function readStatus(text: string, side: "request" | "response"): DocTextStatus | undefined {
  const labelled = /^HTTP (?:状态码|(?:status )?code)\s*[:：]\s*([1-5]\d\d)$/i.exec(text)?.[1];
  if (labelled !== undefined) return { status: labelled, isExample: false };
  const [, sampled, sample] = (side === "response" ? /^([1-5]\d\d) - (\S.*)$/.exec(text) : undefined) ?? [];
  if (sampled !== undefined && sample !== undefined) return { status: sampled, name: sample, isExample: true };
  const [, status, rest] = /^(?:[🟢🟡🟠🔴⚪🔵]\s*|(?=\d{3}\s*:))(\d{3})\s*:?\s*(.*)$/u.exec(text) ?? [];
  if (status === undefined || rest === undefined) return undefined;
  const mediaType = /[a-z]+\/[\w.+-]+/.exec(rest)?.[0];
  const name = rest.replace(/\s*[a-z]+\/[\w.+-]+.*$/, "").trim();
  return { status, name, ...(mediaType === undefined ? {} : { mediaType }), isExample: false };
}

/** The name of a response whose heading has none: the tab above it, `成功(200)`. */
export function findStatusName(above: readonly Line[], status: string | undefined): string | undefined {
  if (status === undefined) return undefined;
  const tab = above.findLast(({ text }) => text.endsWith(`(${status})`) && text.length < maxNameLength);
  return tab?.text.slice(0, -(status.length + 2)).trim();
}

/** A longer line that ends so is a sentence. */
const maxNameLength = 60;

/** Whether a line is one of several codes that a description lists one per line: responses follow a heading, or one another with something between them. */
export function isListOfCodes(lines: readonly Line[], index: number): boolean {
  if (!isCode(lines[index]) || !(isCode(lines[index - 1]) || isCode(lines[index + 1]))) return false;
  let first = index;
  while (first > index - maxCodes && isCode(lines[first - 1])) first -= 1;
  return !/^(?:返回响应|responses?)$/i.test(lines[first - 1]?.text ?? "");
}

/** No description lists more. */
const maxCodes = 60;

function isCode(line: Line | undefined): boolean {
  return line !== undefined && /^[1-5]\d\d\s*[:：]/.test(line.text);
}
