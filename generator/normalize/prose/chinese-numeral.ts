const digits: ReadonlyMap<string, number> = new Map(
  [..."零一二三四五六七八九"].map((digit, value): [string, number] => [digit, value]),
).set("两", 2);
const powers: ReadonlyMap<string, number> = new Map([
  ["十", 10],
  ["百", 100],
  ["千", 1000],
]);
const maxLength = 8;

/** The Chinese numeral at this offset (三 is 3, 十二 is 12, 三百 is 300), or undefined. */
export function chineseNumeralAt(
  text: string,
  start: number,
): { readonly value: number; readonly end: number } | undefined {
  let total = 0;
  let digit: number | undefined;
  let at = start;
  for (; at < start + maxLength; at++) {
    const unit = text.charAt(at);
    const power = powers.get(unit);
    if (power !== undefined) {
      total += (digit ?? 1) * power;
      digit = undefined;
    } else if (digits.has(unit) && digit === undefined) digit = digits.get(unit);
    else break;
  }
  return at === start ? undefined : { value: total + (digit ?? 0), end: at };
}
