import { safe } from "../../terminal-text.ts";

/**
 * Text of a document as Markdown shows it: one line, every mark of Markdown and HTML taken literally, and nothing that a forge
 * acts on: mentions, issue references and bare links are broken up by a character without width.
 */
export function escapeMarkdown(text: string, limit = 400): string {
  return safe(text, limit)
    .replaceAll("&", "&amp;")
    .replace(/[\\`*_{}[\]()#+!|~^$]/g, (mark) => `\\${mark}`)
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/@(?=[A-Za-z0-9])/g, "@&#8203;")
    .replace(/\\#(?=\d)/g, "\\#&#8203;")
    .replace(/\b(GH|gh|Gh|gH)-(?=\d)/g, "$1-&#8203;")
    .replace(/:\/\//g, ":&#8203;//")
    .replace(/\b(www)\./gi, "$1.&#8203;");
}
