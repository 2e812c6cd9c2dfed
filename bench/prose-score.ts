import { readFileSync } from "node:fs";
import { isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../generator/json.ts";
import { mineProse } from "../generator/normalize/prose/mine-prose.ts";
import { type MinedKeyword, minedKeywords } from "../generator/normalize/prose/mined-prose.ts";

/** How often a keyword was found as labelled, found wrongly, and overlooked. */
interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

interface Score {
  readonly tallies: ReadonlyMap<MinedKeyword, Tally>;
  readonly remarks: readonly string[];
  readonly records: number;
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write(
    "Usage: npm run prose-score -- <file.jsonl>\nEach line: { description, type, expected: { keyword: value } }\n",
  );
  process.exitCode = 2;
} else {
  process.stdout.write(printScore(scoreRecords(readRecords(file))));
}

function readRecords(path: string): readonly JsonObject[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const record: unknown = JSON.parse(line);
      return isObject(record) ? [record] : [];
    });
}

function scoreRecords(records: readonly JsonObject[]): Score {
  const tallies = new Map(
    minedKeywords.map((keyword): [MinedKeyword, Tally] => [keyword, { right: 0, wrong: 0, missed: 0 }]),
  );
  const remarks: string[] = [];
  for (const [index, record] of records.entries()) {
    const description = stringMember(record, "description") ?? "";
    const mined = mineProse(description, { type: stringMember(record, "type") ?? null });
    for (const [keyword, tally] of tallies) {
      const remark = count(tally, mined.keywords[keyword], member(objectMember(record, "expected"), keyword));
      if (remark !== undefined)
        remarks.push(
          `${index + 1} ${stringMember(record, "name")}: ${keyword} ${remark}\n    ${JSON.stringify(description)}`,
        );
    }
  }
  return { tallies, remarks, records: records.length };
}

/** Counts one keyword of one record; a wrong value is both a false positive and a miss. */
function count(tally: Tally, found: Json | undefined, wanted: Json | undefined): string | undefined {
  if (found === undefined && wanted === undefined) return undefined;
  if (same(found, wanted)) {
    tally.right++;
    return undefined;
  }
  if (found !== undefined) tally.wrong++;
  if (wanted !== undefined) tally.missed++;
  return `found ${JSON.stringify(found) ?? "nothing"}, labelled ${JSON.stringify(wanted) ?? "nothing"}`;
}

function same(found: Json | undefined, wanted: Json | undefined): boolean {
  if (!Array.isArray(found) || !Array.isArray(wanted)) return found === wanted;
  return found.length === wanted.length && found.every((value) => wanted.includes(value));
}

function printScore({ tallies, remarks, records }: Score): string {
  const all = [...tallies.values()].reduce((sum, tally) => ({
    right: sum.right + tally.right,
    wrong: sum.wrong + tally.wrong,
    missed: sum.missed + tally.missed,
  }));
  const rows = [...tallies].filter(([, tally]) => tally.right + tally.wrong + tally.missed > 0);
  const table = [...rows, ["all", all] as const].map(([name, tally]) => printRow(name, tally));
  const heading = `${"keyword".padEnd(18)}${["precision", "recall", "right", "wrong", "missed"].map((name) => name.padStart(10)).join("")}`;
  return [...remarks, "", `${records} descriptions`, heading, ...table, ""].join("\n");
}

function printRow(name: string, { right, wrong, missed }: Tally): string {
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
  const cells = [share(right, right + wrong), share(right, right + missed), right, wrong, missed];
  return `${name.padEnd(18)}${cells.map((cell) => String(cell).padStart(10)).join("")}`;
}
