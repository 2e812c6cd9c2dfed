/** Offset of the next character that is no white space. */
export function skipJsonSpace(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; ) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

/** Offset behind the string that begins here, or the end of the text. */
export function skipJsonString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) at += 1;
  }
  return text.length;
}

/** Offset behind the value that begins here, in JSON that is sound. */
export function skipJsonValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === quote) at = skipJsonString(text, at);
    else if (depth === 0 && (code === comma || closes(code))) return at;
    else {
      if (opens(code)) depth += 1;
      else if (closes(code)) depth -= 1;
      at += 1;
    }
    if (depth === 0 && (code === quote || closes(code))) return at;
  }
  return text.length;
}

const quote = 34;
const backslash = 92;
const comma = 44;

/** `[`, `{` */
function opens(code: number): boolean {
  return code === 91 || code === 123;
}

/** `]`, `}` */
function closes(code: number): boolean {
  return code === 93 || code === 125;
}
