/**
 * What a plain scalar means in the core schema of YAML 1.2; undefined for numbers that JSON does not know.
 *
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function readCoreScalar(text: string): null | boolean | number | string | undefined {
  if (!special.has(text.charCodeAt(0))) return text;
  if (/^(?:~|[Nn]ull|NULL)$/.test(text)) return null;
  if (/^(?:[Tt]rue|TRUE)$/.test(text)) return true;
  if (/^(?:[Ff]alse|FALSE)$/.test(text)) return false;
  const number = readNumber(text);
  if (number === undefined) return /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/.test(text) ? undefined : text;
  return Number.isFinite(number) ? number : undefined;
}

/** What anything begins with that is no word; most scalars are words. */
const special: ReadonlySet<number> = new Set(Array.from("-+.0123456789~nNtTfF", (sign) => sign.charCodeAt(0)));

function readNumber(text: string): number | undefined {
  if (/^0o[0-7]+$/.test(text)) return Number.parseInt(text.slice(2), 8);
  if (/^[-+]?[0-9]+$/.test(text)) return Number.parseInt(text, 10);
  if (/^0x[0-9a-fA-F]+$/.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/.test(text)) return Number.parseFloat(text);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/.test(text)) return Number.parseFloat(text);
  return undefined;
}
