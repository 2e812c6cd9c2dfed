/** The code blocks of a language in a Markdown text, in order. */
export function codeBlocks(markdown: string, language: string): readonly string[] {
  const blocks: string[] = [];
  let open: string[] | undefined;
  for (const line of markdown.split("\n")) {
    if (open !== undefined && line.startsWith("```")) {
      blocks.push(open.join("\n"));
      open = undefined;
    } else if (open !== undefined) open.push(line);
    else if (line === `\`\`\`${language}`) open = [];
  }
  return blocks;
}
