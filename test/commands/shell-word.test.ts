import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellWord } from "../../generator/commands/shell-word.ts";

describe("shellWord", () => {
  it.each([
    ["fal-ai/flux-1/dev", "fal-ai/flux-1/dev"],
    ["a b", "'a b'"],
    ["", "''"],
    ["it's", "'it'\\''s'"],
    ["x\u001b[2J", "'x\\u{1b}[2J'"],
  ])("of %j is %s", (text, want) => {
    expect(shellWord(text)).toBe(want);
  });

  it.each(["$(touch x)", "`id`", "a; b", "'; b; '", "a\\", '"$HOME"', "!!", "~"])(
    "keeps %j one word in a shell",
    (text) => {
      expect(execFileSync("/bin/sh", ["-c", `printf %s ${shellWord(text)}`], { encoding: "utf8" })).toBe(text);
    },
  );
});
