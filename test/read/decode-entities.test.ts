import { expect, it } from "vitest";
import { decodeEntities } from "../../generator/read/decode-entities.ts";

it.each([
  ["&#x27;a&#x27;", "'a'"],
  ["&#39;a&quot; &amp; &lt;b&gt;", "'a\" & <b>"],
  ["&amp;lt;", "&lt;"],
  ["a=1&b=2&copy;", "a=1&b=2&copy;"],
  ["&#xD800;&#0;&#x110000;", "&#xD800;&#0;&#x110000;"],
  ["&#x1F7E2;200", "🟢200"],
])("decodes %s", (text, want) => {
  expect(decodeEntities(text)).toBe(want);
});
