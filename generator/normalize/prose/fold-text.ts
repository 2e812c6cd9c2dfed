/** Half-width stand-ins for punctuation outside the block of full-width forms; all are one UTF-16 unit, as their originals. */
const standIns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': "“”„‟「」『』＂",
    "'": "‘’‛",
    "-": "‐‑‒–—―−﹣",
    "~": "〜∼∽˜",
    "[": "【〔〖",
    "]": "】〕〗",
    " ": "\u3000\u00a0\u2002\u2003\u2009\u200b\ufeff\t\r\f\v",
    "<": "〈",
    ">": "〉",
  }).flatMap(([plain, forms]) => [...forms].map((form): [string, string] => [form, plain])),
);

/** The text with full-width letters, digits and punctuation as ASCII; as long as the text, so offsets stay valid. */
export function foldText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  let folded = "";
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charAt(at), text.charCodeAt(at));
  return folded;
}

function foldUnit(unit: string, code: number): string {
  if (code < 0x80 && code >= 0x20) return unit;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return standIns.get(unit) ?? unit;
}

/** The text with ASCII capitals in lower case, and as long as before (other scripts may change length). */
export function lowerAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
}
