import type { NewClaim, Prose } from "./claim.ts";
import { isLiteral, isMark, type ProseToken } from "./prose-token.ts";
import { typedLiteral } from "./typed-literal.ts";

/** What documents call the two directions of a sort, besides the words of the query language. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["降序", "desc"],
  ["倒序", "desc"],
  ["升序", "asc"],
  ["正序", "asc"],
]);
const maxLabels = 200;

/** 默认降序 where the text says elsewhere which value that is (`true=desc`, 2：降序); `at` is the word behind the cue. */
export function readLabelledDefault({ tokens, kind }: Prose, at: number, cue: ProseToken): NewClaim | undefined {
  const word = tokens[at];
  if (word?.kind !== "text" && word?.kind !== "quoted") return undefined;
  const values = new Set<ProseToken>();
  for (let next = 1; next < Math.min(tokens.length, maxLabels); next++) {
    const value = tokens[next - 2];
    if (next === at || value === undefined || !isMark(tokens[next - 1], ":=-")) continue;
    if (isLiteral(value) && names(tokens[next]?.text ?? "", word.text)) values.add(value);
  }
  const [value, ...others] = values;
  const typed =
    value === undefined ? undefined : typedLiteral({ text: value.text, quoted: value.kind === "quoted" }, kind);
  if (typed === undefined || others.length > 0) return undefined;
  return { keyword: "default", value: typed, cue: cue.text, start: cue.start, end: word.end, strength: "loose" };
}

function names(label: string, word: string): boolean {
  return label === word || synonyms.get(word) === label.toLowerCase();
}
