// openapi-typescript decodes the pointers it builds from names as URLs, again at each level: a "%" in a name makes it throw.
// U+FDD0 is no character, made for use inside a program; documents cannot mean anything by it.
const guard = "\ufdd0";
const printed = /(?<!\\)((?:\\\\)*)\\uFDD0|\ufdd0/gi;

/** A name as openapi-typescript may see it. */
export function guardPercent(name: string): string {
  return name.includes("%") || name.includes(guard) ? name.replaceAll(guard, "\ufffd").replaceAll("%", guard) : name;
}

/** What openapi-typescript printed, with the names as they were. */
export function restorePercent(text: string): string {
  return text.replace(printed, (_, backslashes: string | undefined) => `${backslashes ?? ""}%`);
}
