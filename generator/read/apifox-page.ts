import type { Report } from "../diagnostic.ts";
import { isObject } from "../json.ts";
import type { SourceDocument } from "../source-document.ts";
import { checkVersion } from "./check-version.ts";
import { cutExcerpt, type Excerpt } from "./excerpt.ts";
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
  const excerpt = block.trimmed
    ? rebuildIndentation(page.lines.slice(block.first, block.end), page.source, report)
    : cutBlock(page, block);
  const parsed = parseRepaired(excerpt, report);
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

function cutBlock(page: Page, block: OpenapiBlock): Excerpt {
  const start = page.lines[block.first]?.start ?? 0;
  return cutExcerpt(page.source, start, page.lines[block.end - 1]?.end ?? start);
}
