/** UTF-16 units that mean something in YAML. */
export const tab = 0x09;
/** Ends a line. */
export const lineFeed = 0x0a;
/** Stands before a line feed; alone it is nothing plain. */
export const carriageReturn = 0x0d;
/** The only indentation there is. */
export const space = 0x20;
/** `"` */
export const doubleQuote = 0x22;
/** `#` */
export const hash = 0x23;
/** `&` */
export const ampersand = 0x26;
/** `'` */
export const singleQuote = 0x27;
/** `*` */
export const asterisk = 0x2a;
/** `,` */
export const comma = 0x2c;
/** `-` */
export const dash = 0x2d;
/** `.` */
export const dot = 0x2e;
/** `:` */
export const colon = 0x3a;
/** `>` */
export const greaterThan = 0x3e;
/** `?` */
export const questionMark = 0x3f;
/** `[` */
export const openBracket = 0x5b;
/** `\` */
export const backslash = 0x5c;
/** `]` */
export const closeBracket = 0x5d;
/** `{` */
export const openBrace = 0x7b;
/** `|` */
export const pipe = 0x7c;
/** `}` */
export const closeBrace = 0x7d;

/** Whether a unit, as `charCodeAt` gives it, is a blank, a line break or the end of the text. */
export function isBlankOrEnd(code: number): boolean {
  return code === space || code === lineFeed || code === carriageReturn || code === tab || Number.isNaN(code);
}

/** Whether a unit is a line break or the end of the text. */
export function isLineEnd(code: number): boolean {
  return code === lineFeed || code === carriageReturn || Number.isNaN(code);
}

/** Whether a unit ends a plain scalar between brackets: `,` `[` `]` `{` `}`. */
export function isFlowIndicator(code: number): boolean {
  return code === comma || code === openBracket || code === closeBracket || code === openBrace || code === closeBrace;
}

/** Whether a unit is a space or a tab. */
export function isBlank(code: number): boolean {
  return code === space || code === tab;
}
