/**
 * JSON as people type it, with its signs made JSON's own: full-width punctuation and quotes, single quotes, `#` comments,
 * ellipses, Python's constants, `{{variables}}`. Every character keeps its offset; what stands inside of strings stays.
 */
export function normalizeLooseJson(text: string): string {
  const output: string[] = [];
  const unclosed = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? " ";
    const taken =
      takeString(text, at, unclosed) ??
      takeComment(text, at) ??
      takeWord(text, at) ??
      signs.get(character) ??
      character;
    output.push(taken);
    at += taken.length;
  }
  return output.join("");
}

/**
 * A string in any kind of quotes, with JSON's; undefined when it does not end on its line. `unclosed` remembers up to
 * where each quote is known to have no end, or a line of quotes would be searched again from each of them.
 */
function takeString(text: string, start: number, unclosed: Map<string, number>): string | undefined {
  const quote = text[start] ?? "";
  const closing = closings.get(quote);
  if (closing === undefined || start < (unclosed.get(quote) ?? 0)) return undefined;
  let at = start + 1;
  for (; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (closing.includes(text[at] ?? "") && (text[at] === '"' || endsValue(text, at + 1))) {
      const inside = text.slice(start + 1, at);
      return `"${quote === '"' ? inside : inside.replaceAll('"', "'")}"`;
    }
  }
  unclosed.set(quote, at);
  return undefined;
}

/** Which quotes may end a string that begins with one: people mix them. */
const closings: ReadonlyMap<string, string> = new Map([
  ['"', '"“”'],
  ["“", '”“"'],
  ["”", '”“"'],
  ["'", "'"],
  ["‘", "’‘"],
]);

/** Whether nothing but a separator follows, so that a doubtful quote can be taken for an end. */
function endsValue(text: string, start: number): boolean {
  return /^[ \t]*(?:[,:}\]，：]|\r?\n|$|\/\/|#)/.test(text.slice(start, start + 40));
}

function takeComment(text: string, start: number): string | undefined {
  if (text[start] !== "#" && !text.startsWith("//", start)) return undefined;
  const end = text.indexOf("\n", start);
  return " ".repeat((end < 0 ? text.length : end) - start);
}

function takeWord(text: string, start: number): string | undefined {
  const rest = text.slice(start, start + 100);
  const dots = /^(?:\.{2,}|…+)/.exec(rest)?.[0];
  if (dots !== undefined) return " ".repeat(dots.length);
  const variable = /^\{\{[^{}"\n]*\}\}/.exec(rest)?.[0];
  if (variable !== undefined) return `"${variable.slice(1, -1)}"`;
  const constant = /^(?:True|None|False)\b/.exec(rest)?.[0];
  return constant === undefined ? undefined : (constants.get(constant) ?? constant);
}

const constants: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
]);

const signs: ReadonlyMap<string, string> = new Map([
  ["，", ","],
  ["、", ","],
  ["：", ":"],
  ["｛", "{"],
  ["｝", "}"],
  ["【", "["],
  ["】", "]"],
  ["［", "["],
  ["］", "]"],
  ["\u00a0", " "],
]);
