import { decodeEntities } from "./decode-entities.ts";
import { isTypeText } from "./doc-text-type.ts";
import { maxFieldDepth } from "./limits.ts";
import type { Line } from "./split-lines.ts";
import { unglueLine } from "./unglue-line.ts";

/**
 * Lines of a rendered page without their surrounding space and with what crawlers glued taken apart. Empty ones, fences,
 * and what is left of lists and headings without text are dropped.
 */
export function readDocTextLines(lines: readonly Line[]): readonly Line[] {
  return lines
    .map(decodeLine)
    .flatMap((line) => takeApart(trimLine(line)))
    .flatMap(unglueLine)
    .map(trimLine)
    .filter((line) => !/^(?:#{1,6}|[-*]|`{3,}\w*)?$/.test(line.text))
    .flatMap(joinType);
}

/** `array` and what it holds, `[object {9}]`, on two lines are one type. */
function joinType(line: Line, index: number, lines: readonly Line[]): readonly Line[] {
  const [above, below] = [lines[index - 1], lines[index + 1]];
  if (above?.text === "array" && isItems(line.text)) return [];
  if (line.text !== "array" || below === undefined || !isItems(below.text)) return [line];
  return [{ text: `${line.text} ${below.text}`, start: line.start, end: below.end }];
}

function isItems(text: string): boolean {
  return text.startsWith("[") && isTypeText(`array ${text}`);
}

function decodeLine(line: Line): Line {
  return { ...line, text: decodeEntities(line.text) };
}

/** A line without the space around it, but for what stands before `└`: it says how deep a field is. */
function trimLine(line: Line): Line {
  const bare = line.text.trim();
  const indent = line.text.indexOf(bare);
  const kept = /^[└├]/.test(bare) ? Math.min(indent, 2 * maxFieldDepth) : 0;
  const text = " ".repeat(kept) + bare;
  const start = Math.min(line.start + indent - kept, line.end);
  return { text, start, end: Math.max(start, Math.min(start + text.length, line.end)) };
}

/**
 * The end of a sample stuck to the next heading (`}cURL 示例`, `}'返回响应`), a URL stuck to one (`…/images请求参数`) or to the
 * description below it (`/suno/submit/music输入一个关键词`), a value stuck to one (`Bearer {{KEY}}Body 参数 application/json`).
 */
function takeApart(line: Line): readonly Line[] {
  const length =
    /^[}\]]+['")]*(?=[^\s'")}\],;.])/.exec(line.text)?.[0].length ??
    gluedHeading.exec(line.text)?.index ??
    gluedSample.exec(line.text)?.index ??
    gluedCommand.exec(line.text)?.index ??
    /^Authorization: Bearer \*+(?=[{[])/.exec(line.text)?.[0].length ??
    urlLength(line.text);
  if (length === 0) return [line];
  const middle = line.start + length;
  return [
    { text: line.text.slice(0, length), start: line.start, end: middle },
    { text: line.text.slice(length), start: middle, end: line.end },
  ];
}

const gluedHeading =
  /(?<=[\w}\])'"`*])(?:(?:Path|Query|Header|Cookie|Body) 参数(?: ?[(（]?[a-z]+\/[\w.+-]+[)）]?)?|请求参数|请求示例(?:代码)?|返回响应|响应示例|返回示例|(?<=^(?:object|array))示例|(?<=['"])(?:Request Example|cURL Example|Response(?: Body| Example)?))$/;

/** A command behind the words above it. */
const gluedCommand = /(?<=[\p{L})\]}])curl (?=--(?:location|request)\b)/u;

/** The answer behind a command on one line. */
const gluedSample = /(?<=^(?:curl|--data(?:-raw|-binary)?|-d) .{1,5000}['"])[{[]$/;

function urlLength(text: string): number {
  const described = /^(?:https?:\/\/|\{\{[^{}]*\}\}|\/)[\w/.:{}*-]*[\w}](?=[\u4e00-\u9fff])/.exec(text)?.[0];
  if (described !== undefined && isBalanced(described)) return described.length;
  const heading = ["请求参数", "Request Parameters"].find((words) => text.endsWith(words));
  const url = heading === undefined ? "" : text.slice(0, -heading.length);
  return url.length < maxUrlLength && url.includes("/") && !/\s/.test(url) ? url.length : 0;
}

const maxUrlLength = 2_000;

/** The names of placeholders may be Chinese: a URL does not end inside of one. */
function isBalanced(url: string): boolean {
  return url.split("{").length === url.split("}").length;
}
