import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";
import { placeOfFact } from "../../../generator/normalize/prose/place-of-fact.ts";
import { mark } from "../../../generator/place.ts";

const description = "默认值不用填。生成数量 默认值:2 范围:1-4";

test.each([
  ["plain", `description: ${description}`, 13, [1, 26]],
  ["quoted", `{"description": "${description}"}`, 16, [1, 30]],
  ["folded", `description: >-\n  默认值不用填。生成数量\n  默认值:2 范围:1-4\n`, 13, [3, 3]],
  ["escaped", '{"description": "\\u9ed8\\u8ba4值不用填。生成数量 \\t默认值:2 范围:1-4"}', 16, [1, 42]],
  ["escaped altogether", '{"description": "\\u9ed8\\u8ba4\\u503c:2"}', 16, [1, 17]],
])("%s", (_, text, at, [line, column]) => {
  const owner = mark(
    { description },
    { source: { path: "a", text }, start: 0, members: new Map([["description", [0, at]]]) },
  );
  const fact = mineProse(description, { type: "integer" }).facts.find(({ keyword }) => keyword === "default");
  expect(placeOfFact(owner, fact ?? { start: 0, end: 0 })).toEqual({ file: "a", line, column });
});

test("without marks there is no place", () => {
  expect(placeOfFact({ description }, { start: 0, end: 3 })).toBeUndefined();
});

test("with a mark of the object alone, its place", () => {
  const owner = mark({ description }, { source: { path: "a", text: description }, start: 0 });
  expect(placeOfFact(owner, { start: 12, end: 14 })).toEqual({ file: "a", line: 1, column: 1 });
});
