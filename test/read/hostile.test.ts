import { describe, expect, it } from "vitest";
import { readSource } from "../../generator/read/read-source.ts";

const head = "openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths: { /a: { get: { responses: {} } } }\n";
const trimmed =
  "openapi: 3.0.1\ninfo:\ntitle: ''\nversion: 1.0.0\npaths:\n/a:\npost:\nrequestBody:\ncontent:\napplication/json:\nschema:\ntype: object\nproperties:\n";
const rendered = "POST https://a.example/c\n请求参数\nBody 参数\n";
const exported =
  '---\ngenerator: "@tarslib/widdershins v4"\n---\n## POST x\n\nPOST /a\n\n### 请求参数\n\n|名称|位置|类型|必选|说明|\n';
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("");

/** Each is far above what a quadratic reader, or one that recurses on it, would survive within the test's time. */
const documents: readonly { readonly name: string; readonly text: string }[] = [
  { name: "many keys", text: `${head}x-a:\n${many(20_000, (i) => `  k${i}: 1\n`)}` },
  { name: "many aliases", text: `${head}x-a: &a 1\n${many(9_000, (i) => `x-${i}: *a\n`)}` },
  { name: "merge keys", text: `${head}x-a: &a {b: 1}\nx-c:\n  <<: [${"*a,".repeat(3_000)}]\n` },
  { name: "twenty megabytes of list", text: `${head}x-a:\n${"- a\n".repeat(5_000_000)}` },
  { name: "thirty megabytes of line ends", text: "\n".repeat(30_000_000) },
  { name: "thirty megabytes of spaces", text: " ".repeat(30_000_000) },
  { name: "a quote that never ends", text: `${head}x-a: '${"''".repeat(500_000)}` },
  { name: "brackets in JSON", text: '{"a":'.repeat(500_000) },
  { name: "ten thousand pages", text: "openapi: 3.0.1\ninfo:\n".repeat(20_000) },
  { name: "a page to repair on each line", text: `${head}${many(5_000, (i) => `x-${i}: b: c\n`)}` },
  { name: "trimmed objects in objects", text: trimmed + many(3_000, (i) => `p${i}:\ntype: object\nproperties:\n`) },
  { name: "trimmed witnesses", text: `${trimmed}a:\ntype: string\n${"required:\n- a\n- b\n".repeat(5_000)}` },
  { name: "trimmed text", text: `${trimmed}a:\ntype: string\ndescription: >-\n${"text line: foo\n".repeat(20_000)}` },
  {
    name: "a trimmed example that might end on each line",
    text: `${trimmed}a:\ntype: string\nexample:\n${"headers: {}\nrequired: true\n".repeat(20_000)}`,
  },
  { name: "rendered fields in fields", text: rendered + many(10_000, (i) => `a${i} object {1}\n`) },
  {
    name: "rendered types",
    text: `${rendered}${"string".repeat(50_000)}\n${"array[".repeat(50_000)}\n${"string | ".repeat(50_000)}\n`,
  },
  { name: "a line of glued headings", text: `生成代码${"请求参数POST/".repeat(50_000)}` },
  { name: "lines of codes", text: `${rendered}${"200: a\n".repeat(50_000)}` },
  { name: "deeper and deeper branches", text: `${rendered}${many(2_000, (i) => `${"  ".repeat(i)}└ a${i} object\n`)}` },
  { name: "a line of glued flags", text: `${rendered}${"必需aastringb可选".repeat(50_000)}\n` },
  { name: "request lines behind a response", text: `${rendered}返回响应\n${"GET\n/a\nx\n".repeat(30_000)}` },
  { name: "shell quotes", text: `${rendered}curl -d '${"'\\''".repeat(100_000)}` },
  {
    name: "trimmed examples of schemas",
    text: `${trimmed}${many(10_000, (i) => `p${i}:\ntype: object\nexamples:\n- a: 1\n`)}`,
  },
  { name: "a table of a million columns", text: `${rendered}|参数|类型|\n${"|".repeat(1_000_000)}\n` },
  { name: "a damaged example", text: `${rendered}示例\n${'{"a“: '.repeat(20_000)}\n` },
  { name: "a damaged dump", text: `概览\nMethodPOST\nPath/a\n请求体\n${'{"a":'.repeat(100_000)}\n` },
  { name: "rows in rows", text: exported + many(2_000, (i) => `|${"»".repeat(i + 1)} a|body|object|是|x|\n`) },
  { name: "one call many times", text: "- **URL**: `POST https://a.example/c`\n".repeat(5_000) },
];

describe("a hostile document ends", () => {
  it.each(documents)("$name", ({ text }) => {
    const { documents: read, diagnostics } = readSource({ path: "hostile", bytes: new TextEncoder().encode(text) });
    expect(read.length + diagnostics.length).toBeGreaterThan(0);
    expect(() => JSON.stringify(read)).not.toThrow();
  });
});
