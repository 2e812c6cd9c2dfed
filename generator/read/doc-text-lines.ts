import type { Line } from "./split-lines.ts";

/** Lines of a rendered page without their surrounding space, empty ones dropped, and with what crawlers glued taken apart. */
export function readDocTextLines(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => takeApart(trimLine(line))).filter((line) => line.text !== "");
}

function trimLine(line: Line): Line {
  const text = line.text.trim();
  const start = line.start + line.text.indexOf(text);
  return { text, start, end: start + text.length };
}

/** The end of a sample stuck to the next heading (`}cURL 示例`, `}'返回响应`), and a URL stuck to one (`…/images请求参数`). */
function takeApart(line: Line): readonly Line[] {
  const found = /^[}\]]+['")]*(?=[^\s'")}\],;.])|^\S*\/\S*?(?=(?:请求参数|Request Parameters)$)/.exec(line.text);
  const length = found?.[0].length ?? 0;
  if (length === 0) return [line];
  const middle = line.start + length;
  return [
    { text: line.text.slice(0, length), start: line.start, end: middle },
    { text: line.text.slice(length), start: middle, end: line.end },
  ];
}
