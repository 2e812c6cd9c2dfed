import type { DocTextSection } from "./doc-text-sections.ts";
import { isFieldTableHead } from "./doc-text-table.ts";
import type { Line } from "./split-lines.ts";
import { splitCells } from "./table-row.ts";

const maxHead = 12;

/**
 * The sections of a page that lost its headings and kept its tables: what stands above the first table, the tables, and
 * the samples around a curl command. Undefined where there is no table of fields, or nothing says what it is called with.
 */
export function findTableSections(lines: readonly Line[]): readonly DocTextSection[] | undefined {
  const table = lines.findIndex(({ text }) => isFieldTableHead(text));
  if (table < 0) return undefined;
  const isRequest = ({ text }: Line): boolean =>
    /^(?:GET|POST|PUT|PATCH|DELETE)\s+(?:https?:\/\/|\/|\{\{)\S*$/.test(text);
  const curl = lines.findIndex(({ text }) => /^curl\s/.test(text));
  if (curl < 0 && !lines.slice(0, table).some(isRequest)) return undefined;
  const end = lines.findIndex(({ text }, index) => index > table && /^[{[]/.test(text));
  const tables = lines.slice(table, end < 0 ? lines.length : end);
  // A guide tells a story around its tables; here nothing else is left.
  if (table > maxHead || tables.filter(({ text }) => splitCells(text).length === 0).length > maxHead) return undefined;
  const head: DocTextSection = { kind: "head", lines: lines.slice(0, table) };
  if (curl < table || end < 0) return [head, { kind: "request", lines: tables }];
  return [
    head,
    { kind: "request", lines: lines.slice(table, Math.min(end, curl)) },
    { kind: "request-example", lines: lines.slice(Math.min(end, curl), curl) },
    { kind: "code", lines: lines.slice(curl) },
  ];
}
