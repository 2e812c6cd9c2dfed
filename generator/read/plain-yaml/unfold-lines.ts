/** A scalar over several lines as one: a line break becomes a space, several become one less. Blanks around them go. */
export function unfoldLines(text: string): string {
  const lines = text.split(/\r?\n/);
  let unfolded = trimBlanks(lines[0] ?? "", "end");
  let separator = " ";
  for (let index = 1; index < lines.length; index += 1) {
    const isLast = index === lines.length - 1;
    const line = trimBlanks(lines[index] ?? "", isLast ? "start" : "both");
    if (line !== "" || isLast) {
      unfolded += separator + line;
      separator = " ";
    } else if (separator === "\n") unfolded += "\n";
    else separator = "\n";
  }
  return unfolded;
}

/** `trim` of the language knows more blanks than YAML does. */
function trimBlanks(line: string, where: "start" | "end" | "both"): string {
  let start = 0;
  let end = line.length;
  if (where !== "end") while (isBlank(line[start])) start += 1;
  if (where !== "start") while (end > start && isBlank(line[end - 1])) end -= 1;
  return line.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t";
}
