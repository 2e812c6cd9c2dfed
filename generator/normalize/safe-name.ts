import { createHash } from "node:crypto";
import { romanize } from "./romanize.ts";

/** Longer names are cut; what is cut off stays in the hash. */
const maxLength = 80;

/** A name that needs no change may be longer: frameworks make them of a function and its whole path. */
const longestOwn = 200;

/** Only the beginning of a text can become part of its name. */
const longestRead = 400;

/**
 * A name of `[A-Za-z0-9._-]` for any text, a function of the text alone. A text that is one already stays as it is; letters of
 * other scripts are written in ASCII. Where letters are lost, or the name would grow too long, a short hash of the whole text
 * keeps it apart from others.
 */
export function safeName(text: string, fallback: string): string {
  const latin = /^[\p{ASCII}«»]*$/u.test(text) ? text : romanize(text.slice(0, longestRead));
  const plain = latin.replace(/[^A-Za-z0-9._-]+/g, "_");
  if (plain === text && text.length <= longestOwn && /[A-Za-z0-9]/.test(text)) return text;
  const trimmed = trimJoints(plain.slice(0, maxLength));
  const name = trimmed === "" ? fallback : trimmed;
  const isCut = plain.length > maxLength || text.length > longestRead;
  return isCut || losesLetters(latin) || trimmed === "" ? `${name}_${shortHash(text)}` : name;
}

/** Hexadecimal digits, six unless told, that depend on the text alone. */
export function shortHash(text: string, digits = 6): string {
  return createHash("sha256").update(text).digest("hex").slice(0, digits);
}

function losesLetters(text: string): boolean {
  return /[^\p{ASCII}«»]/u.test(text);
}

function trimJoints(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isJoint(text[start])) start += 1;
  while (end > start && isJoint(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isJoint(char: string | undefined): boolean {
  return char === "_" || char === "." || char === "-";
}
