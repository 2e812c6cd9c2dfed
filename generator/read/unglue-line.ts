import { typePattern } from "./doc-text-type.ts";
import type { Line } from "./split-lines.ts";

/**
 * The lines of a rendered page that a crawler printed as one: a whole page between two samples, or the fields of a
 * paragraph (`promptstring 提示词可选taskIdstring 任务ID必需示例`). Headings, buttons and flags tell where each begins.
 */
export function unglueLine(line: Line): readonly Line[] {
  return cutAt(line, buttons).flatMap((piece) => cutAt(piece, fieldStarts));
}

/** A line that holds a button of the site holds other things as well. */
const button = /生成代码|请求示例请求示例|响应示例响应示例|Run in Api(?:fox|dog)/;

const beforeThese =
  /(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)(?=\/|https?:\/\/|\{\{)|请求参数|(?:Path|Query|Header|Cookie|Body) 参数|返回响应|[🟢🟡🟠🔴⚪🔵](?=\d{3})|请求示例请求示例|响应示例响应示例|修改于|curl (?=-)|调试(?=Run in)|Run in Api/gu;

const afterThese =
  /生成代码|调试(?=Run in)|请求参数|返回响应|(?:请求|响应)示例(?:请求|响应)示例|(?:Run in Api(?:fox|dog))+|(?<=Power[Ss]hell)(?=curl)/g;

function buttons(text: string): readonly number[] {
  if (!button.test(text)) return [];
  const before = Array.from(text.matchAll(beforeThese), (found) => found.index);
  const after = Array.from(text.matchAll(afterThese), (found) => found.index + found[0].length);
  return [...before, ...after];
}

const flags = "必需|必填|可选|选填";

const glued = new RegExp(
  `(?<=${flags})(?=[A-Za-z_][\\w.-]{0,60}?${typePattern}(?:\\s|${flags}|$|(?<=\\])))|(?<=[\\u4e00-\\u9fff])(?=[a-z_]\\w{0,60}?${typePattern}\\s(?:${flags}))|(?<=${flags})(?=示例$)|(?=(?:Authorization|Accept|Content-Type)string\\s)(?<=示例[:：]\\S{0,200})`,
  "g",
);

function fieldStarts(text: string): readonly number[] {
  return Array.from(text.matchAll(glued), (found) => found.index);
}

function cutAt(line: Line, find: (text: string) => readonly number[]): readonly Line[] {
  const cuts = [...new Set([0, ...find(line.text), line.text.length])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    // Decoded entities make a line's text shorter than its source: offsets stay inside of it.
    const at = (offset: number): number => Math.min(line.start + offset, line.end);
    return { text: line.text.slice(start, end), start: at(start), end: at(end) };
  });
}
