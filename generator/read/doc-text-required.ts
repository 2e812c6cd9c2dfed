/** The source of a pattern for the words that rendered pages flag a field with. */
export const requiredWords = "必需|必填|必选|可选|选填|[Rr]equired|[Oo]ptional";

/** Whether a word says required (true) or optional (false); undefined for any other text. */
export function readRequiredWord(text: string): boolean | undefined {
  if (/^(?:必需|必填|必选|required|是|true|yes|✓|✅)$/i.test(text)) return true;
  return /^(?:可选|选填|optional|否|false|no|✗|❌)$/i.test(text) ? false : undefined;
}
