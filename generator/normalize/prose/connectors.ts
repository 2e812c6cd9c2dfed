import { isMark, isSaying, type ProseToken } from "./prose-token.ts";

const links: ReadonlySet<string> = new Set(
  `为 是 值 值为 值是 的值 的值为 可以为 可为 可以是 有 值有 包括 包含 如下 为以下 分别为 分别是 仅有 只有 目前有 有以下 有如下 有以下几种
   包括以下 为以下值 应为 须为 则为 要求 在 必须在 应在 需在 须在 必须 限制在 限制为 控制在 的取值为 取 即 就是 的 可达 可设 表示
   is are to of be as in from between must should an a the integer number value values include includes`.split(/\s+/),
);
const choices: ReadonlySet<string> = new Set(["or", "and", "或", "或者"]);
const maxLinks = 6;

/** Index of the first token at or behind `at` that is no link word, colon or equals sign. */
export function skipConnectors(tokens: readonly ProseToken[], at: number): number {
  let next = at;
  while (next < at + maxLinks && isConnector(tokens[next]) && !isLastWord(tokens, next)) next++;
  return next;
}

/** 枚举值: a — an English link word that nothing follows is a value. */
function isLastWord(tokens: readonly ProseToken[], at: number): boolean {
  const behind = tokens[at + 1];
  if (tokens[at]?.kind !== "word") return false;
  return behind === undefined || behind.kind === "break" || isMark(behind, ",、;/|)。.") || isSaying(behind, choices);
}

function isConnector(token: ProseToken | undefined): boolean {
  // Behind a colon `In planning` is a value.
  if (token?.kind === "word" && token.text === "In") return false;
  return isMark(token, ":=") || isSaying(token, links) || isRangeVerb(token);
}

/** 取值范围必须介于…: the verb adds nothing to the noun before it. */
function isRangeVerb(token: ProseToken | undefined): boolean {
  return token?.kind === "cue" && token.cue.role === "between" && token.text !== "between";
}
