/** Beginnings of keys and tokens that services issue, each with the length from which it is no placeholder. */
const prefixes: readonly (readonly [prefix: string, length: number])[] = [
  ["sk-", 23],
  ["ghp_", 30],
  ["gho_", 30],
  ["ghs_", 30],
  ["github_pat_", 40],
  ["xoxb-", 20],
  ["xoxp-", 20],
  ["AKIA", 20],
  ["AIza", 35],
];

/** The text with keys and tokens replaced that look real. Linear, and bounded: a match of megabytes would exhaust the stack. */
export function redactText(text: string): string {
  if (text.length < 20) return text;
  const tokens = text.replace(/[A-Za-z0-9_.-]{20,4096}/g, (token) =>
    hasKnownPrefix(token) && isRandom(token) ? hidden : token,
  );
  return tokens.replace(/\b(Bearer|Key) {1,2}([A-Za-z0-9_.:-]{20,4096})/g, (whole, scheme: string, token: string) =>
    isRandom(token) ? `${scheme} ${hidden}` : whole,
  );
}

const hidden = "REDACTED";

function hasKnownPrefix(token: string): boolean {
  if (token.startsWith("eyJ")) return isJsonWebToken(token);
  return prefixes.some(([prefix, length]) => token.length >= length && token.startsWith(prefix));
}

/** Three parts of base64; other base64 of JSON, which begins alike, is no secret. */
function isJsonWebToken(token: string): boolean {
  const parts = token.split(".");
  return parts.length === 3 && parts.every((part) => part.length >= 10);
}

/** Placeholders (`YOUR_API_KEY`, `sk-xxxxxxxx`) have few different characters or no digits. */
function isRandom(token: string): boolean {
  return /\d/.test(token) && /[A-Za-z]/.test(token) && new Set(token).size >= 12;
}
