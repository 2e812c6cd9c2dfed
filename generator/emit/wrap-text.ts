/** Columns of a line in generated files. */
export const pageWidth = 120;

/** Comment lines as they stand at this indentation: one short line stays alone, others are wrapped. */
export function wrapDoc(doc: readonly string[], indent: string): readonly string[] {
  const [first = ""] = doc;
  if (doc.length === 1 && indent.length + first.length + "/**  */".length <= pageWidth) return doc;
  return doc.flatMap((line) => wrapLine(line, pageWidth - indent.length - " * ".length));
}

function wrapLine(text: string, width: number): readonly string[] {
  if (text.length <= width) return [text];
  const hanging = text.startsWith("- ") ? "  " : "";
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line.trim() !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging + word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
