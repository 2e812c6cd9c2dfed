/**
 * The values of a rendered value list, one per line, or all on one line with nothing between them
 * (`MID_JOURNEYNIJI_JOURNEY`). What cannot be told apart gives no list: a wrong list is worse than none.
 */
export function splitGluedValues(lines: readonly string[], samples: readonly string[]): readonly string[] {
  const [line] = lines;
  if (line === undefined) return [];
  if (lines.length > 1) return lines;
  const separated = line.split(/\s*[,、|]\s*|\s+/).filter((value) => value !== "");
  if (separated.length > 1) return separated;
  const sample = samples.find(
    (value) => value !== "" && value !== line && (line.startsWith(value) || line.endsWith(value)),
  );
  if (sample === undefined) return samples.includes(line) ? [line] : [];
  const rest = line.startsWith(sample) ? line.slice(sample.length) : line.slice(0, -sample.length);
  return line.startsWith(sample) ? [sample, rest] : [rest, sample];
}
