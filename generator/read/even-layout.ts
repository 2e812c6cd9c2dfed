import type { SourceText } from "../place.ts";

/**
 * Text whose layout is made of line feeds and spaces alone, as parsers expect it: browsers and editors put no-break
 * spaces and tabs before lines, and sites put zero-width spaces behind their headings. A tab is two columns, as deep as `- `. Lines keep their numbers.
 */
export function evenLayout(source: SourceText): SourceText {
  const { text } = source;
  if (!/[\t\u00a0\u2000-\u200b\u2060\u3000\ufeff]/.test(text) && (text.includes("\n") || !text.includes("\r"))) {
    return source;
  }
  const lines = text.includes("\n") ? text : text.replaceAll("\r", "\n");
  const even = lines
    .replaceAll(/[\u200b\u2060\ufeff]/g, "")
    .replaceAll(/^[\t \u00a0\u2000-\u200a\u3000]+/gm, (indent) => " ".repeat(indent.length + countTabs(indent)));
  return { ...source, text: even };
}

function countTabs(text: string): number {
  return text.split("\t").length - 1;
}
