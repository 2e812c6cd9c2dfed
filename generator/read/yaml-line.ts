/** One line of block YAML taken apart, its indentation set aside. */
export interface YamlLine {
  /** Number of `- ` it begins with. */
  readonly dashes: number;
  /** The key, unquoted; undefined when the line is no `key: value`. */
  readonly key?: string;
  /** What follows the key, or the whole rest where there is none; without an anchor. Empty for `key:`. */
  readonly value: string;
  /** Whether it reads like a member of JSON: its key in double quotes, and a comma or a bracket at the end. */
  readonly json: boolean;
}

/** Takes a trimmed line of block YAML apart. */
export function readYamlLine(text: string): YamlLine {
  let rest = text;
  let dashes = 0;
  while (rest === "-" || rest.startsWith("- ")) {
    rest = rest.slice(2).trimStart();
    dashes += 1;
  }
  // An object that is referred to elsewhere may have its anchor alone beside the dash.
  if (dashes > 0 && /^&\S+$/.test(rest)) return { dashes, value: "", json: false };
  const end = findKeyEnd(rest);
  if (end < 0) return { dashes, value: rest, json: false };
  const value = rest
    .slice(end + 1)
    .trim()
    .replace(/^&\S+\s*/, "");
  const json = rest.startsWith('"') && /[,[{]$/.test(value);
  return { dashes, key: unquote(rest.slice(0, end).trimEnd()), value, json };
}

/** Whether a value opens a block scalar: `>-`, `|`, `|2+`. */
export function opensBlockScalar(value: string): boolean {
  return /^[|>][-+0-9]{0,2}$/.test(value);
}

/** Whether a quoted value does not end on its line. */
export function isUnclosedQuote(value: string): boolean {
  const quote = value[0];
  if (quote === '"') return closingDouble(value) < 0;
  return quote === "'" && !value.slice(1).replaceAll("''", "").includes("'");
}

/** Position of the colon that ends a key: followed by a space or by nothing, and outside of the key's quotes. */
function findKeyEnd(text: string): number {
  const first = text[0];
  if (first === undefined || "#[]{}|>@`%!*&".includes(first)) return -1;
  if (first === '"' || first === "'") {
    const close = first === '"' ? closingDouble(text) : closingSingle(text);
    const colon = close < 0 ? -1 : text.indexOf(":", close);
    return colon >= 0 && text.slice(close + 1, colon).trim() === "" && endsKey(text, colon) ? colon : -1;
  }
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) if (endsKey(text, at)) return at;
  return -1;
}

function endsKey(text: string, colon: number): boolean {
  return colon === text.length - 1 || text[colon + 1] === " ";
}

function closingDouble(text: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

function closingSingle(text: string): number {
  for (let at = 1; at < text.length; at += 1) {
    if (text[at] !== "'") continue;
    if (text[at + 1] !== "'") return at;
    at += 1;
  }
  return -1;
}

function unquote(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1).replaceAll("''", "'");
  return key.startsWith('"') ? key.slice(1, -1) : key;
}
