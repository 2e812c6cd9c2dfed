import { decodeEntities } from "./decode-entities.ts";
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
    .filter((line) => !/^(?:#{1,6}|[-*]|`{3,}\w*)?$/.test(line.text));
}

function decodeLine(line: Line): Line {
  return { ...line, text: decodeEntities(line.text) };
}

function trimLine(line: Line): Line {
  const text = line.text.trim();
  const start = Math.min(line.start + line.text.indexOf(text), line.end);
  return { text, start, end: Math.max(start, Math.min(start + text.length, line.end)) };
}

/** The end of a sample stuck to the next heading (`}cURL 示例`, `}'返回响应`), and a URL stuck to one (`…/images请求参数`). */
function takeApart(line: Line): readonly Line[] {
  const length = /^[}\]]+['")]*(?=[^\s'")}\],;.])/.exec(line.text)?.[0].length ?? urlLength(line.text);
  if (length === 0) return [line];
  const middle = line.start + length;
  return [
    { text: line.text.slice(0, length), start: line.start, end: middle },
    { text: line.text.slice(length), start: middle, end: line.end },
  ];
}

function urlLength(text: string): number {
  const heading = ["请求参数", "Request Parameters"].find((words) => text.endsWith(words));
  const url = heading === undefined ? "" : text.slice(0, -heading.length);
  return url.length < maxUrlLength && url.includes("/") && !/\s/.test(url) ? url.length : 0;
}

const maxUrlLength = 2_000;
