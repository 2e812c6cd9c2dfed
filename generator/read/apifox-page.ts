import type { Report } from "../diagnostic.ts";
import { isObject } from "../json.ts";
import { placeAt } from "../place.ts";
import type { SourceDocument } from "../source-document.ts";
import { checkVersion } from "./check-version.ts";
import { decodeEntities } from "./decode-entities.ts";
import { cutExcerpt, type Excerpt, joinExcerpt } from "./excerpt.ts";
import { findOpenapiBlocks, type OpenapiBlock } from "./find-openapi-blocks.ts";
import { findPageTitle } from "./find-page-title.ts";
import { finishDocument } from "./finish-document.ts";
import type { Page, Reader } from "./page.ts";
import { parseRepaired } from "./parse-repaired.ts";
import { rebuildIndentation } from "./rebuild-indentation.ts";

/** Reads pages of Apifox and Apidog: a title, perhaps prose and chrome, then an OpenAPI block; or several such pages. */
export const apifoxPageReader: Reader = { format: "apifox-page", read: readApifoxPage };

function readApifoxPage(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined) return undefined;
  const blocks = findOpenapiBlocks(page.lines);
  if (blocks.length === 0) return undefined;
  return blocks.flatMap((block, index) => readBlock(page, block, blocks[index - 1]?.end ?? 0, report));
}

function readBlock(page: Page, block: OpenapiBlock, before: number, report: Report): readonly SourceDocument[] {
  const parsed = parseRepaired(openBlock(page, block, report), report);
  if (parsed === undefined || !isObject(parsed.value)) return [];
  const openapi = checkVersion(parsed.value, report);
  if (openapi === undefined) return [];
  const title = findPageTitle(page.lines.slice(before, block.first));
  const facts = {
    format: apifoxPageReader.format,
    source: page.source,
    title,
    start: page.lines[block.first]?.start ?? 0,
  };
  const document = finishDocument(openapi, facts, report);
  return document === undefined ? [] : [document];
}

/** Whether a value begins with an entity for a quote. */
function isEscaped(text: string): boolean {
  return /:\s*&(?:quot|apos|#39|#x27);/i.test(text);
}

/** The block as YAML with its layout, and with entities undone where the page was escaped as HTML. */
function openBlock(page: Page, block: OpenapiBlock, report: Report): Excerpt {
  const lines = page.lines.slice(block.first, block.end);
  const start = lines[0]?.start ?? 0;
  const escaped = isEscaped(page.source.text) ? lines.find((line) => isEscaped(line.text)) : undefined;
  if (escaped === undefined) {
    if (block.trimmed) return rebuildIndentation(lines, page.source, report);
    return cutExcerpt(page.source, start, lines.at(-1)?.end ?? start);
  }
  report("repaired-yaml", "The page is escaped as HTML here; its entities are read as what they stand for.", {
    place: placeAt(page.source, escaped.start),
    hint: "Nothing is to be done; the page's own text would not need it.",
  });
  const decoded = lines.map((line) => ({ ...line, text: decodeEntities(line.text) }));
  if (block.trimmed) return rebuildIndentation(decoded, page.source, report);
  return joinExcerpt(
    page.source,
    decoded.map((line) => ({ text: `${line.text}\n`, from: line.start })),
  );
}
