import { boundClaim } from "./bound-claims.ts";
import type { Prose, Reading } from "./claim.ts";
import { skipConnectors } from "./connectors.ts";
import type { Cue } from "./cue.ts";
import { measureOf } from "./measure.ts";
import { isMark, isSaying, type ProseToken } from "./prose-token.ts";
import { readCount } from "./read-number.ts";

const more: ReadonlySet<string> = new Set(["or", "to", "或", "到", "至", "以上", "以下", "以内", "之内", "或以上"]);

/** Reads `exactly 2 items`, 必须为 3 个元素 or 数组长度固定为 4 at `at`: how many, no more and no less. */
export function readExactCount({ tokens, kind }: Prose, at: number, cue: Cue): Reading | undefined {
  if (!(cue.role === "exactly" || cue.role === "must-be" || cue.phrase.startsWith("固定"))) return undefined;
  if (kind !== "array" && cue.role !== "exactly") return undefined;
  if (cue.role === "exactly" && !isDemand(tokens[at - 1])) return undefined;
  const quantity = readCount(tokens, skipConnectors(tokens, at + 1));
  const isOfList = kind === "array" && quantity?.unit === undefined && isLength(tokens[at - 1]);
  const measure = isOfList ? "items" : measureOf(kind, quantity?.unit, undefined);
  const behind = tokens[quantity?.next ?? 0];
  if (quantity === undefined || measure === undefined || measure === "value") return undefined;
  if (isSaying(behind, more) || isMark(behind, "-~") || (behind?.kind === "text" && /^[或及]?以/.test(behind.text)))
    return undefined;
  const { value, end, next } = quantity;
  const evidence = { cue: cue.phrase, start: tokens[at]?.start ?? 0, end, strength: "loose" } as const;
  const bounds = (["low", "high"] as const).flatMap((side) =>
    boundClaim({ side, value, excluded: false }, measure, evidence),
  );
  return { claims: bounds, next };
}

/** Must be exactly 6 characters; `3 - exactly 3 chars` and `m-1 requires exactly 3` speak of a case. */
function isDemand(before: ProseToken | undefined): boolean {
  return !(isMark(before, "-:=") || before?.text === "requires");
}

/** 数组长度固定为 4. */
function isLength(token: ProseToken | undefined): boolean {
  return token?.kind === "cue" ? token.cue.role === "length" : /长度$/.test(token?.text ?? "");
}
