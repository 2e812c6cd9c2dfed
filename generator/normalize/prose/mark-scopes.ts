import { isMark, type ProseToken } from "./prose-token.ts";

/** What the words before a token in its clause, sentence and line do to a statement there. */
export interface Scope {
  /** The clause gives advice or an example: 建议范围为 28-50. */
  readonly advice: boolean;
  /** The sentence holds under a condition; `model` when it is about one of several models. */
  readonly condition: "no" | "some" | "model";
  /** The line begins with a name and a colon (`viduq1:默认值…`): it speaks of that one only. */
  readonly label: string | undefined;
  /** A line before says that it depends on the model. */
  readonly depends: boolean;
}

const plain: Scope = { advice: false, condition: "no", label: undefined, depends: false };
const maxLabelTokens = 16;
const modelWords = /模型|model|version|版本/i;

/** 默认值依据模型而定: the labelled lines below say it for one model each. */
const dependsOnModel = /(?:依据|根据|依|随|因|按)(?:所选|不同)?模型|\bdepends on the model/i;

/** The scope of each token, in one pass. */
export function markScopes(tokens: readonly ProseToken[]): readonly Scope[] {
  const scopes: Scope[] = [];
  const outer: Scope[] = [];
  let scope: Scope = { ...plain, label: labelOfLine(tokens, 0) };
  let depends = false;
  for (const [at, token] of tokens.entries()) {
    if (isMark(token, "(")) outer.push(scope);
    if (token.kind === "break") outer.length = 0;
    if (token.kind === "text" && dependsOnModel.test(token.text)) depends = true;
    scope = token.kind === "break" ? scopeOfLine(tokens, at + 1, depends) : nextScope(scope, token, tokens, at);
    if (isMark(token, ")")) scope = { ...(outer.pop() ?? scope), advice: false };
    scopes.push(scope);
  }
  return scopes;
}

function scopeOfLine(tokens: readonly ProseToken[], at: number, depends: boolean): Scope {
  const label = labelOfLine(tokens, at);
  return { ...plain, label, depends };
}

function nextScope(scope: Scope, token: ProseToken, tokens: readonly ProseToken[], at: number): Scope {
  const behind = tokens[at + 1];
  if (scope.condition === "no" && opensWithFor(tokens, at)) return { ...scope, condition: "some" };
  if (isMark(token, ",") && saysNeeded(tokens[at - 1])) return { ...scope, advice: false, condition: "no" };
  if (token.kind === "mark") {
    if (isMark(token, "。;!?")) return { ...scope, advice: false, condition: "no" };
    if (isMark(token, ".") && (behind === undefined || behind.spaced))
      return { ...scope, advice: false, condition: "no" };
    return isMark(token, ",(") ? { ...scope, advice: false } : scope;
  }
  if (token.kind === "cue") return scopeBehindCue(scope, token.cue.role);
  if (token.kind === "text" && token.text.endsWith("如")) return { ...scope, advice: true };
  if (
    token.kind === "text" &&
    /(?:时|时候|情况下)$/.test(token.text) &&
    (isMark(behind, ",") || isRangeBehindCase(token, behind))
  )
    return { ...scope, condition: scope.condition === "no" ? "some" : scope.condition };
  const namesModel = scope.condition === "some" && modelWords.test(token.text);
  return namesModel ? { ...scope, condition: "model" } : scope;
}

/** 含视频时取值 2-10; 超时 and 用时 are nouns. */
function isRangeBehindCase({ text }: ProseToken, behind: ProseToken | undefined): boolean {
  const isRange = behind?.kind === "cue" && (behind.cue.role === "list" || behind.cue.role === "range");
  return isRange && !/[超耗用定计小延实同]时$/.test(text);
}

/** 当 a 为 b 时必填,长度不超过 200: what the condition is about ends with its clause. */
function saysNeeded(token: ProseToken | undefined): boolean {
  return token?.kind === "text" && /(?:必填|必传|必选|不填|不传|生效|有效)$/.test(token.text);
}

/** `For text generation, it must be …`: a sentence that begins with its case. */
function opensWithFor(tokens: readonly ProseToken[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (token?.kind !== "word" || token.text !== "For") return false;
  if (before !== undefined && before.kind !== "break" && !isMark(before, "。.;")) return false;
  const words = tokens.slice(at + 1, at + maxLabelTokens);
  const end = words.findIndex((word) => word.kind !== "word");
  return end > 0 && isMark(words[end], ",");
}

function scopeBehindCue(scope: Scope, role: string): Scope {
  switch (role) {
    case "advice":
    case "example":
      return { ...scope, advice: true };
    case "condition":
      return { ...scope, condition: scope.condition === "model" ? "model" : "some" };
    case "model-condition":
      return { ...scope, condition: "model" };
    default:
      return scope;
  }
}

/** `- viduq2 (1-10秒)：默认 720p`: the names before the colon, when the line begins with one, or with a measure (4秒:默认…). */
function labelOfLine(tokens: readonly ProseToken[], at: number): string | undefined {
  let start = at;
  while (isMark(tokens[start], "-*•●○·")) start++;
  const [first, unit] = [tokens[start], tokens[start + 1]];
  const isMeasure = first?.kind === "number" && unit?.kind === "unit";
  if (first?.kind !== "word" && first?.kind !== "quoted" && !isMeasure) return undefined;
  for (let next = start + 1; next < start + maxLabelTokens; next++) {
    const token = tokens[next];
    if (token === undefined || token.kind === "break" || token.kind === "cue" || isMark(token, ",;。"))
      return undefined;
    if (isMark(token, ":"))
      return tokens
        .slice(start, next)
        .map(({ text }) => text)
        .join(" ");
  }
  return undefined;
}
