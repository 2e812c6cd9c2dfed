import type { DocStructure } from "./module-structure.ts";
import { wrapDoc } from "./wrap-text.ts";

/** The JSDoc comment of these lines at this indentation, ending in a line break; empty for no lines. */
export function printDoc(doc: DocStructure, indent: string): string {
  if (doc.length === 0) return "";
  const lines = wrapDoc(doc, indent);
  if (lines.length === 1) return `${indent}/** ${lines.join("")} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
