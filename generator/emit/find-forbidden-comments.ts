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

function isHarmless(comment: string): boolean {
  return comment.startsWith("/**") && !/[^\\]@ts-|[^\\]#sourceMappingURL/.test(comment);
}
