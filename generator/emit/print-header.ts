/** The comment at the top of a generated TypeScript file; the lines hold no text of a document. */
export function printHeader(lines: readonly string[]): string {
  return `/**\n${lines.map((line) => ` * ${line}\n`).join("")} */\n`;
}

/** The same for formats whose comments start with `#`. */
export function printHashHeader(lines: readonly string[]): string {
  return lines.map((line) => `# ${line}\n`).join("");
}
