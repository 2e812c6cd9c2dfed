/**
 * Parses JSON; integers beyond ±2^53 become `bigint` (a `seed` of 15218022503948752270 was seen), everything else is
 * as `JSON.parse` has it. Text without a run of 16 digits, so nearly all of it, costs one search. Throws `SyntaxError`.
 */
export function parseJson(text: string): unknown {
  const json = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return /\d{16}/.test(json) ? parseExactly(json) : JSON.parse(json);
}

/** Writes JSON; `bigint` becomes the integer it is. Throws `TypeError` for a cycle. */
export function stringifyJson(value: unknown): string {
  const mark = newMark();
  let marked = false;
  const json = JSON.stringify(value, (_key, item) => {
    if (typeof item !== "bigint") return item;
    marked = true;
    return mark + item;
  });
  return marked ? json.replace(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1") : json;
}

/** `JSON.parse` rounds before anyone can look, so long integers are turned into marked strings first. */
function parseExactly(json: string): unknown {
  const mark = newMark();
  let quoted = false;
  // Quotes and escapes are tokens of their own: a pattern for whole strings overflows the stack on long ones.
  const marked = json.replace(/\\.|"|-?\d[-+\d.eE]*/g, (token) => {
    if (token === '"') quoted = !quoted;
    return !quoted && /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(+token) ? `"${mark}${token}"` : token;
  });
  return JSON.parse(marked, (_key, item) =>
    typeof item === "string" && item.startsWith(mark) ? BigInt(item.slice(mark.length)) : item,
  );
}

/** Unguessable, so that no string of a document or a prompt can pose as a number. */
function newMark(): string {
  return `n${`${Math.random()}${Math.random()}`.replaceAll(".", "")}:`;
}
