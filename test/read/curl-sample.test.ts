import { describe, expect, it } from "vitest";
import { readCurlBody } from "../../generator/read/curl-sample.ts";
import { splitLines } from "../../generator/read/split-lines.ts";

const read = (text: string): unknown => {
  const source = { path: "page.txt", text };
  return JSON.parse(JSON.stringify(readCurlBody(splitLines(source), source) ?? null));
};

const json = (example: unknown): unknown => ({ mediaType: "application/json", example });
const binary = { type: "string", format: "binary" };

describe("the body of a curl sample", () => {
  it.each([
    { text: `curl 'https://a.example' --data-raw '{"a": 1}'`, want: json({ a: 1 }) },
    { text: `Shell\ncurl https://a.example \\\n-d '[\n1\n]' \\\n-H 'x: y'`, want: json([1]) },
    { text: `curl 'https://a.example' --data-raw '{"a": "it'\\''s"}'`, want: json({ a: "it's" }) },
    { text: `curl "https://a.example" -d "{\\"a\\": \\"b\\"}"`, want: json({ a: "b" }) },
    { text: `curl 'https://a.example' --data '{"a": 1, // why\n}'`, want: json({ a: 1 }) },
    { text: `curl 'https://a.example' --data-raw 'a=1'`, want: null },
    { text: `curl 'https://a.example' --data-raw '{"a": 1`, want: null },
    { text: `curl 'https://a.example/data'`, want: null },
    { text: `--data-raw '{"a": 1}'`, want: null },
    {
      text: `curl 'https://a.example' --form 'image=@"C:\\\\a.png"' --form 'prompt="red"'`,
      want: {
        mediaType: "multipart/form-data",
        schema: { type: "object", properties: { image: binary, prompt: { type: "string" } } },
      },
    },
    {
      text: "curl https://a.example --data-urlencode 'a=1'",
      want: {
        mediaType: "application/x-www-form-urlencoded",
        schema: { type: "object", properties: { a: { type: "string" } } },
      },
    },
  ])("is read from $text", ({ text, want }) => {
    expect(read(text)).toEqual(want);
  });
});
