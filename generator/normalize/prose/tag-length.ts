const blockTag = /^<\/?(?:br|li|ul|ol|p|div|tr|td)(?: ?\/| [^<>\n]{0,80})?>/;
const maxTag = 90;

/** Length of the HTML tag at this offset of a lower-case text that begins a line or item of its own; 0 where none stands. */
export function tagLength(lower: string, at: number): number {
  return blockTag.exec(lower.slice(at, at + maxTag))?.[0].length ?? 0;
}
