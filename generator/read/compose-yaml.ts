import type { YAMLError, Document as YamlDocument } from "yaml";
import type { Report } from "../diagnostic.ts";
import { type Excerpt, placeIn } from "./excerpt.ts";
import { maxParseErrors } from "./limits.ts";
import type { Parsed } from "./parsed.ts";
import { readYamlNode } from "./read-yaml-node.ts";
import { scanYaml } from "./scan-yaml.ts";
import { yamlPackage } from "./yaml-package.ts";

/** The value of one YAML document of any kind, by the `yaml` package, marked with its places; undefined after a report. */
export function composeYaml(excerpt: Excerpt, report: Report): Parsed | undefined {
  const tokens = scanYaml(excerpt, report);
  if (tokens === undefined) return undefined;
  const documents = composeTokens(tokens, excerpt.text.length);
  const document = documents[0];
  if (document === undefined) return { value: null };
  if (reportYamlErrors(documents, excerpt, report) || reportSecondDocument(documents, excerpt, report))
    return undefined;
  return readYamlNode(document.contents, excerpt, report);
}

/** What `yaml`'s parseDocument does, on tokens that have passed the scan. */
function composeTokens(tokens: readonly string[], length: number): readonly YamlDocument[] {
  const { Composer, Parser } = yamlPackage();
  const parser = new Parser();
  const composer = new Composer({ version: "1.2", schema: "core", merge: false, uniqueKeys: false, strict: true });
  const syntax = [];
  for (const token of tokens) syntax.push(...parser.next(token));
  syntax.push(...parser.end());
  return [...composer.compose(syntax, true, length)];
}

/** Reports syntax errors, and unknown tags and directives (the parser only warns of those); true when there was any. */
function reportYamlErrors(documents: readonly YamlDocument[], excerpt: Excerpt, report: Report): boolean {
  const problems = documents.flatMap((document) =>
    [...document.errors, ...document.warnings].map((problem) => locateProblem(problem, document)),
  );
  for (const { message, offset } of problems.slice(0, maxParseErrors)) {
    report("invalid-yaml", `The YAML cannot be read: ${message}.`, {
      place: placeIn(excerpt, offset),
      hint: "Compare the line with the page, or export the page again.",
    });
  }
  return problems.length > 0;
}

/** A quote that is never closed is missed at the end of the text, but the line to mend is the one where it opens. */
function locateProblem(
  { code, message, pos }: YAMLError,
  document: YamlDocument,
): { readonly message: string; readonly offset: number } {
  const quoteMark = /^Missing closing (["'])quote$/.exec(message)?.[1];
  if (code !== "MISSING_CHAR" || quoteMark === undefined) return { message, offset: pos[0] };
  const { isScalar, visit } = yamlPackage();
  let offset = pos[0];
  visit(document.contents, {
    Scalar: (_key, node) => {
      if (isScalar(node) && node.type?.startsWith("QUOTE_")) offset = node.range?.[0] ?? offset;
    },
  });
  return { message: `a ${quoteMark} that opens here is never closed`, offset };
}

/** Several documents in one stream would be several truths; true when there were. */
function reportSecondDocument(documents: readonly YamlDocument[], excerpt: Excerpt, report: Report): boolean {
  const second = documents[1];
  if (second === undefined) return false;
  const place = placeIn(excerpt, second.range?.[0] ?? 0);
  report("several-yaml-documents", "A second YAML document begins here.", { place, hint: "Keep one per file." });
  return true;
}
