/** Text whose HTML entities are characters again: crawlers leave them in samples. Unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(quot|apos|amp|lt|gt|nbsp));/gi,
    (whole, hex, decimal, name) =>
      typeof name === "string" ? (named.get(name.toLowerCase()) ?? whole) : codePoint(hex, decimal, whole),
  );
}

const named: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["apos", "'"],
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["nbsp", " "],
]);

function codePoint(hex: unknown, decimal: unknown, whole: string): string {
  const code = typeof hex === "string" ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
}
