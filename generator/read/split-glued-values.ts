/**
 * The values of a rendered value list, one per line, or all on one line with nothing between them
 * (`MID_JOURNEYNIJI_JOURNEY`). What cannot be told apart gives no list: a wrong list is worse than none.
 */
export function splitGluedValues(lines: readonly string[], samples: readonly string[]): readonly string[] {
  const [line] = lines;
  if (line === undefined) return [];
  if (lines.length > 1) return lines;
  const separated = line.split(/\s*(?:[,、|]|``)\s*|\s+/).filter((value) => value !== "");
  if (separated.length > 1) return separated;
  for (const sample of samples) {
    const values = splitAround(line, sample);
    if (values !== undefined) return values;
  }
  return [];
}

/** The values of a line, one of which is known: itself, all of its length and kind, or one before or behind it. */
function splitAround(line: string, sample: string): readonly string[] | undefined {
  if (sample === line) return [line];
  if (sample === "" || !line.includes(sample)) return undefined;
  return splitEvenly(line, sample) ?? splitInTwo(line, sample);
}

/** `gen2gen3gen4` around `gen3`: pieces of one length that differ in their digits or letters only. */
function splitEvenly(line: string, sample: string): readonly string[] | undefined {
  const size = sample.length;
  if (size < 2 || line.length % size !== 0) return undefined;
  const pieces = Array.from({ length: line.length / size }, (_, index) => line.slice(index * size, (index + 1) * size));
  const isEven = pieces.includes(sample) && pieces.every((piece) => kindOf(piece) === kindOf(sample));
  return isEven && new Set(pieces).size === pieces.length ? pieces : undefined;
}

function kindOf(value: string): string {
  return value.replaceAll(/\d/g, "0").replaceAll(/[a-z]/g, "a").replaceAll(/[A-Z]/g, "A");
}

/** Much more text than the sample beside it is more than one value. */
function splitInTwo(line: string, sample: string): readonly string[] | undefined {
  const isFirst = line.startsWith(sample);
  if (!isFirst && !line.endsWith(sample)) return undefined;
  const rest = isFirst ? line.slice(sample.length) : line.slice(0, -sample.length);
  if (rest.length > sample.length + 1 || rest === sample) return undefined;
  return isFirst ? [sample, rest] : [rest, sample];
}
