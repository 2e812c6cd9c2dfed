import { describe, expect, it } from "vitest";
import { jsonLine } from "../generator/safe-json.ts";

describe("X07 a line of JSON", () => {
  it.each([
    { given: "\u001b[2J\u009b", want: '"\\u001b[2J\\u009b"\n' },
    { given: "a\u202eb\u200b\ufeff\u2028", want: '"a\\u202eb\\u200b\\ufeff\\u2028"\n' },
    { given: "##[add-path]x ##vso[task]y", want: '"#\\u0023[add-path]x #\\u0023vso[task]y"\n' },
    { given: "\n::error::x", want: '"\\n::error::x"\n' },
    { given: "%s 生成 🐯 # 1", want: '"%s 生成 🐯 # 1"\n' },
  ])("of $given", ({ given, want }) => {
    expect(jsonLine(given)).toBe(want);
    expect(JSON.parse(jsonLine(given))).toBe(given);
  });
});
