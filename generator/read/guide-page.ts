import type { Report } from "../diagnostic.ts";
import type { JsonObject } from "../json.ts";
import { mark } from "../place.ts";
import { pageKey, type SourceDocument } from "../source-document.ts";
import { definedEntries } from "./defined-entries.ts";
import { findDocTextExample, readDocTextMedia } from "./doc-text-media.ts";
import { splitUrl } from "./doc-text-request.ts";
import { findPageTitle } from "./find-page-title.ts";
import { finishDocument } from "./finish-document.ts";
import { type GuidePart, readGuideBody } from "./guide-body.ts";
import type { Page, Reader } from "./page.ts";
import { PathLayers } from "./path-layers.ts";
import type { Line } from "./split-lines.ts";

/** Reads guides in Markdown that describe one call after the other: `- **URL**: `POST https://…``, a table, fields with bullets. */
export const guidePageReader: Reader = { format: "doc-text", read: readGuidePage };

const urlLine = /^\s*[-*] \*\*(?:URL|Endpoint)\*\*\s*:\s*`?(GET|POST|PUT|PATCH|DELETE)\s+((?:https?:\/)?\/[^\s`]+)`?/i;

function readGuidePage(page: Page, report: Report): readonly SourceDocument[] | undefined {
  if (page.json !== undefined || !page.lines.some((line) => urlLine.test(line.text))) return undefined;
  const title = findPageTitle(page.lines);
  const layers = new PathLayers();
  const servers = new Set<string>();
  for (const call of splitCalls(page.lines)) {
    const { path, server } = splitUrl(call.target);
    if (server !== undefined) servers.add(server);
    layers.add(path, call.method, readCall(page, call, title));
  }
  return layers.paths().flatMap((paths) => {
    const openapi = {
      openapi: "3.1.0",
      info: { title: title ?? "", version: "1.0.0" },
      ...(servers.size > 0 ? { servers: [...servers].map((url) => ({ url })) } : {}),
      paths,
    };
    const facts = { format: guidePageReader.format, source: page.source, title };
    const document = finishDocument(mark(openapi, { source: page.source, start: 0 }), facts, report);
    return document === undefined ? [] : [document];
  });
}

interface Call {
  readonly method: string;
  readonly target: string;
  readonly title: string | undefined;
  readonly offset: number;
  readonly lines: readonly Line[];
}

/** Each call begins with its URL and reaches to the next call or second-level heading, whose text is the next call's title. */
function splitCalls(lines: readonly Line[]): readonly Call[] {
  const calls: (Call & { readonly lines: Line[] })[] = [];
  let title: string | undefined;
  let current: { readonly lines: Line[] } | undefined;
  for (const line of lines) {
    const [, method, target] = urlLine.exec(line.text) ?? [];
    const heading = /^## (?:\d+\.\s*)?(.*)$/.exec(line.text)?.[1];
    if (heading !== undefined) {
      title = heading.trim();
      current = undefined;
    } else if (method !== undefined && target !== undefined) {
      const call = { method: method.toLowerCase(), target, title, offset: line.start, lines: [] };
      calls.push(call);
      current = call;
    } else current?.lines.push(line);
  }
  return calls;
}

function readCall(page: Page, call: Call, pageTitle: string | undefined): JsonObject {
  const parts = splitHeadings(call.lines);
  const example = (name: RegExp): ReturnType<typeof findDocTextExample> =>
    findDocTextExample(
      parts.filter((part) => name.test(part.heading)).map(({ lines }) => ({ kind: "request-example" as const, lines })),
      page.source,
    );
  const responseLines = parts
    .filter((part) => /^Response (?:Parameters|Fields)/i.test(part.heading))
    .flatMap((part) => part.lines);
  const response = readDocTextMedia(responseLines, example(/^Response Example/i), page.source);
  const fields = readGuideBody(parts, call, page.source);
  const body = definedEntries([
    ["schema", fields.schema],
    ["example", example(/^Request Example/i)],
  ]);
  const operation = definedEntries([
    ["summary", call.title === undefined ? pageTitle : `${pageTitle ?? ""} ${call.title}`.trim()],
    ["parameters", fields.parameters.length > 0 ? fields.parameters : undefined],
    [
      "requestBody",
      fields.schema === undefined ? undefined : { required: true, content: { "application/json": body } },
    ],
    ["responses", { 200: { description: "", content: { "application/json": response } } }],
    [pageKey, definedEntries([["title", pageTitle]])],
  ]);
  return mark({ ...operation }, { source: page.source, start: call.offset });
}

function splitHeadings(lines: readonly Line[]): readonly GuidePart[] {
  const parts: { heading: string; lines: Line[] }[] = [{ heading: "", lines: [] }];
  for (const line of lines) {
    const heading = /^### (.*)$/.exec(line.text)?.[1];
    if (heading === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ heading: heading.trim(), lines: [] });
  }
  return parts;
}
