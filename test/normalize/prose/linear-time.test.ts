import { expect, test } from "vitest";
import { collectClaims } from "../../../generator/normalize/prose/collect-claims.ts";
import { addImpliedLists } from "../../../generator/normalize/prose/collect-implied-lists.ts";
import { markScopes } from "../../../generator/normalize/prose/mark-scopes.ts";
import { propertyKind } from "../../../generator/normalize/prose/property-kind.ts";
import type { ProseToken } from "../../../generator/normalize/prose/prose-token.ts";
import { tokenizeProse } from "../../../generator/normalize/prose/tokenize-prose.ts";

const pieces = [
  ...[
    " ",
    "\n",
    "(",
    "`",
    '"',
    "'",
    "a, ",
    "|",
    "**",
    "1",
    "1-",
    "x",
    "a(",
    "a.",
    "- a\n",
    "- a: b\n",
    "1,000,",
    "111,",
    "http://",
  ],
  ...[
    "default: ",
    "默认值:",
    "(默认",
    "枚举值:",
    "枚举值:a、",
    "枚举值:a(",
    "可选值:\na:",
    "可选值:\n- a\n",
    "支持",
    "支持a、",
    "等",
    "...",
  ],
  ...[
    "范围:1-",
    "[",
    "[1,",
    "1 之间 ",
    "最多",
    "最多 a ",
    "长度",
    "0<a<",
    "< 1",
    "从1",
    "当",
    "示例:",
    "示例:a",
    "一",
    "一个",
    "或",
    "a或",
    "a\n和",
    "<br",
    "<br>a",
    "不能为负数",
    "合计最多1个",
    "a: b. ",
    "a: ",
    "可以是 a或",
    "\na(b)、",
  ],
];
const types = ["string", "integer", "boolean", "array", null];

/** How often the readers look at a token of this description. */
function countLooks(description: string, type: string | null): number {
  let looks = 0;
  const tokens: readonly ProseToken[] = new Proxy(tokenizeProse(description), {
    get: (target, key, receiver) => {
      looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  const prose = { tokens, kind: propertyKind(type), isFile: false };
  addImpliedLists(prose, collectClaims(prose));
  markScopes(tokens);
  return looks;
}

test.each(pieces)("%j again and again is read in linear time", (piece) => {
  for (const type of types) {
    const once = countLooks(piece.repeat(150), type);
    const fourfold = countLooks(piece.repeat(600), type);
    expect(fourfold, String(type)).toBeLessThanOrEqual(5 * once + 500);
  }
});

test("a text has no more tokens than characters", () => {
  for (const piece of pieces) expect(tokenizeProse(piece.repeat(50)).length).toBeLessThanOrEqual(piece.length * 50);
});
