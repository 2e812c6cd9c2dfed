/**
 * What a unit behind a number counts. `foreign`: something that is not the property's own value (bytes, days); `pixels`
 * may be the value of a number that is a width or height.
 */
export type UnitKind = "characters" | "items" | "plain" | "pixels" | "foreign";

const unitWords: Readonly<Record<UnitKind, string>> = {
  characters: `个字符 字符 个汉字 汉字 个英文字符 个中文字符 个字母 个字 字 位字符 位
    characters chars character char letters`,
  items: `张 个 个元素 个图片 个对象 项 条 幅 份 首 段 名 组 种 档 位用户 个字符串
    images image items item urls url elements element entries videos audios references`,
  plain: `秒钟 秒 帧 步 倍
    s sec seconds second frames fps steps`,
  pixels: `像素 px pixels pixel`,
  foreign: `% 字节 个字节 天 日 年 月 周 小时 分钟 分 毫秒 倍数 位小数 位数 次 行 元 人 岁 兆
    kb mb gb k m g b bytes byte dpi days day hours hour h minutes minute min mins ms milliseconds months years
    weeks times words tokens hz khz kbps decimal decimals digits x percent`,
};

const kindOf: ReadonlyMap<string, UnitKind> = new Map(
  Object.entries(unitWords).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word): [string, UnitKind] => [word, toKind(kind)]),
  ),
);
const longestUnit = Math.max(...[...kindOf.keys()].map((word) => word.length));

const characterKinds = /^个 ?[a-z][a-z\d-]{1,7} ?字符/;

/** The unit at this offset of a lower-case text (the longest that fits, or 个 utf-8 字符), or undefined. */
export function findUnit(lower: string, at: number): { readonly kind: UnitKind; readonly end: number } | undefined {
  const ofKind = lower.charAt(at) === "个" ? characterKinds.exec(lower.slice(at, at + 14))?.[0] : undefined;
  if (ofKind !== undefined) return { kind: "characters", end: at + ofKind.length };
  for (let length = Math.min(longestUnit, lower.length - at); length > 0; length--) {
    const kind = kindOf.get(lower.slice(at, at + length));
    if (kind !== undefined && !endsInsideWord(lower, at + length) && !isAdjective(lower, at, length))
      return { kind, end: at + length };
  }
  return undefined;
}

/** 5 character IDs, `max 4 min 1`: an English noun before another one counts nothing, and `min` may be a cue. */
function isAdjective(lower: string, at: number, length: number): boolean {
  const unit = lower.slice(at, at + length);
  const behind = lower.slice(at + length, at + length + 2);
  // (0-1 decimal) tells the kind of number.
  if (unit === "decimal") return !/^ [a-z]/.test(behind);
  if (unit === "min") return /^ ?[:=\d]/.test(behind);
  return (unit === "character" || unit === "char") && /^ [a-z]/.test(behind);
}

function endsInsideWord(lower: string, end: number): boolean {
  return /^[a-z][a-z0-9_]$/.test(lower.slice(end - 1, end + 1));
}

function toKind(name: string): UnitKind {
  return name === "characters" || name === "items" || name === "plain" || name === "pixels" ? name : "foreign";
}
