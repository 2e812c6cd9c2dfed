import { lazyModule } from "../lazy-module.ts";
import type { Violation } from "./violation.ts";

const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** Comments other than `/** … *␣/` ones, and such as address a tool: a page's text has got where it does not belong. */
export function findForbiddenComments(text: string): readonly Violation[] {
  const { createScanner, ScriptTarget, SyntaxKind } = loadTypeScript();
  const scanner = createScanner(ScriptTarget.ES2023, false, undefined, text);
  const violations: Violation[] = [];
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const line = kind === SyntaxKind.SingleLineCommentTrivia;
    const block = kind === SyntaxKind.MultiLineCommentTrivia;
    if (line || (block && !isHarmless(scanner.getTokenText()))) {
      violations.push({ message: "The text holds a comment that is not allowed.", at: scanner.getTokenStart() });
    }
  }
  return violations;
}

/** Whether a text is nothing but white space and comments that are allowed. */
export function areHarmlessComments(text: string): boolean {
  for (let at = text.search(/\S/); at >= 0 && at < text.length; at = skipSpace(text, at)) {
    const end = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : -1;
    if (end < 0 || !isHarmless(text.slice(at, end + 2))) return false;
    at = end + 2;
  }
  return true;
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

function isHarmless(comment: string): boolean {
  return comment.startsWith("/**") && !/[^\\]@ts-|[^\\]#sourceMappingURL/.test(comment);
}
