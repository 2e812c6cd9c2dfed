import type { Report } from "../diagnostic.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import type { SourceDocument, SourceFormat } from "../source-document.ts";
import { checkVersion } from "./check-version.ts";
import { cutExcerpt } from "./excerpt.ts";
import { findOpenapiBlocks } from "./find-openapi-blocks.ts";
import { finishDocument } from "./finish-document.ts";
import type { Page, Reader } from "./page.ts";
import { parseRepaired } from "./parse-repaired.ts";

/** Reads OpenAPI 3 and Swagger 2 files, YAML or JSON, with nothing around them. */
export const openapiReader: Reader = { format: "openapi", read: readOpenapi };

function readOpenapi(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined) return isOpenapi(page.json) ? finish(page.json, page, report) : undefined;
  if (!beginsAsOpenapi(page)) return undefined;
  const parsed = parseRepaired(cutExcerpt(page.source), report);
  return parsed !== undefined && isOpenapi(parsed.value) ? finish(parsed.value, page, report) : [];
}

function finish(openapi: JsonObject, page: Page, report: Report): readonly SourceDocument[] {
  const versioned = checkVersion(openapi, report);
  if (versioned === undefined) return [];
  const format: SourceFormat = "openapi";
  const document = finishDocument(versioned, { format, source: page.source }, report);
  return document === undefined ? [] : [document];
}

function isOpenapi(value: Json): value is JsonObject {
  return isObject(value) && (Object.hasOwn(value, "openapi") || Object.hasOwn(value, "swagger"));
}

/** Whether nothing but the document stands in the file: each line at the left margin is a key of it, and some are indented. */
function beginsAsOpenapi({ lines }: Page): boolean {
  if (!lines.some(({ text }) => /^(?:["']?(?:openapi|swagger)["']?\s*:|\{\s*openapi\s*:)/.test(text))) return false;
  if (!lines.every(({ text }) => !/^\S/.test(text) || marginLine.test(text))) return false;
  return findOpenapiBlocks(lines).every((block) => !block.trimmed);
}

const marginLine = /^(?:#|---|\.\.\.|%|[-?:] |-$|[\]}]|\{|["']?[\w$.-]+["']?\s*:(?:\s|$))/;
