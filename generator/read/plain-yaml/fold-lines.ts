/**
 * The lines of a folded block scalar, without their margin, as one text: a line break between two lines is a space, blank
 * lines are line breaks, and lines with more indentation stand as they are.
 *
 * @see https://yaml.org/spec/1.2.2/#813-folded-style
 */
export function foldLines(lines: readonly string[]): string {
  const first = lines.findIndex((line) => line !== "");
  let folded = "\n".repeat(Math.max(first, 0));
  let separator = "";
  let wasIndented = false;
  for (const line of lines.slice(Math.max(first, 0))) {
    if (line.startsWith(" ")) {
      if (separator === " ") separator = "\n";
      else if (!wasIndented && separator === "\n") separator = "\n\n";
      folded += separator + line;
      separator = "\n";
      wasIndented = true;
    } else if (line === "") {
      if (separator === "\n") folded += "\n";
      else separator = "\n";
    } else {
      folded += separator + line;
      separator = " ";
      wasIndented = false;
    }
  }
  return folded;
}
