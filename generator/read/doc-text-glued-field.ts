import { readRequiredWord, requiredWords } from "./doc-text-required.ts";
import { typePattern } from "./doc-text-type.ts";

/** A field whose name and type a crawler printed without a space between them. */
export interface GluedField {
  readonly name: string;
  readonly type: string;
  readonly required: boolean | undefined;
  /** Where its description stands in the line. */
  readonly from: number;
  readonly to: number;
  /** How many lines it took: two, where the next one is its flag. */
  readonly lines: number;
}

/** The field of a line like `num_imagesinteger可选生成图片数量`: the flag is behind the type, at the end, or on the next line. */
export function readGluedField(text: string, next: string): GluedField | undefined {
  return readSigned(text) ?? readFlagged(text) ?? readFlaggedLate(text, next);
}

const signed = new RegExp(`^([A-Za-z_$][\\w$.-]{0,80})([*?])(${typePattern})?$`);

/** `prompt*string` is required, `seed?integer` is not; `metadata?` is anything. */
function readSigned(text: string): GluedField | undefined {
  const [, name, sign, type = "any"] = signed.exec(text) ?? [];
  if (name === undefined) return undefined;
  return { name, type, required: sign === "*", from: text.length, to: text.length, lines: 1 };
}

/** `可选值` and `可选为a、b` begin a description; `可选为 true 时` does not. */
const flagged = new RegExp(`(${typePattern})\\s?(?!可选(?:项|值|为\\S))(${requiredWords}|(?:Yes|No)(?![a-z]))`);

/** The first type that 必需 or 可选 follows parts name and description. */
function readFlagged(text: string): GluedField | undefined {
  const found = flagged.exec(text);
  const [whole, type, word] = found ?? [];
  if (found === null || whole === undefined || type === undefined || word === undefined) return undefined;
  const name = text.slice(0, found.index).trim();
  if (!isName(name)) return undefined;
  const from = found.index + whole.length;
  return { name, type, required: readRequiredWord(word), from, to: text.length, lines: 1 };
}

const unflagged = new RegExp(`^([A-Za-z_$][\\w$.-]{0,80}?)(${typePattern})(?:(?:\\s|(?<=\\]))(.+))?$`);

const lastWord = new RegExp(`(?:${requiredWords})$`);

/** `promptstring 提示词必需`, or the flag alone on the next line. */
function readFlaggedLate(text: string, next: string): GluedField | undefined {
  const [, name, type, description = ""] = unflagged.exec(text) ?? [];
  if (name === undefined || type === undefined) return undefined;
  const word = lastWord.exec(description)?.[0];
  const from = text.length - description.length;
  const required = readRequiredWord(word ?? next);
  if (required === undefined) return undefined;
  if (word === undefined) return { name, type, required, from, to: text.length, lines: 2 };
  return { name, type, required, from, to: text.length - word.length, lines: 1 };
}

/** Names are short and hold no sentence. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= 100 && !/[\s。,;:!?，；：！？"'{}()]/.test(text);
}
