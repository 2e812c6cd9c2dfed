import { describe, expect, it } from "vitest";
import { type Paired, pairLikest } from "../../../generator/diff/schema/pair-likest.ts";

interface Word {
  readonly word: string;
}

/** Words, alike by the letters they share; nothing shows as a dash. */
function pairWords(base: string, head: string): string {
  const alike = {
    key: ({ word }: Word) => [...word].sort().join(""),
    likeness: (one: Word, other: Word) => [...one.word].filter((letter) => other.word.includes(letter)).length,
  };
  const show = ([one, other]: Paired<Word>): string => `${one?.word ?? "-"}:${other?.word ?? "-"}`;
  return pairLikest(wordsOf(base), wordsOf(head), alike).map(show).join(" ");
}

function wordsOf(text: string): readonly Word[] {
  const words = text.split(" ").filter((word) => word !== "");
  return words.map((word) => ({ word }));
}

describe("pairs of two lists", () => {
  it.each([
    ["nothing", "", "", ""],
    ["one of each, however unlike", "ab", "xy", "ab:xy"],
    ["one side alone", "ab cd", "", "ab:- cd:-"],
    ["the other side alone", "", "ab cd", "-:ab -:cd"],
    ["equal before like", "ab abc", "cba ba", "ab:ba abc:cba"],
    ["equal ones one by one", "ab ab", "ba ab ab", "ab:ba ab:ab -:ab"],
    ["the likest of all first, not of the first in line", "ax abcx", "abcy az", "abcx:abcy ax:az"],
    ["those that share nothing in order, at last", "ab cd ef", "xy fe uv", "ef:fe ab:xy cd:uv"],
  ])("%s: %j and %j", (_, base, head, want) => {
    expect(pairWords(base, head)).toBe(want);
  });

  it("are the same pairs when the sides are swapped", () => {
    const [base, head] = ["ab bc cd da", "ax cx bd ac"];
    const swapped = pairWords(head, base)
      .split(" ")
      .map((pair) => pair.split(":").reverse().join(":"));
    expect(swapped.sort()).toEqual(pairWords(base, head).split(" ").sort());
  });

  it("are made in order where comparing each with each would take long", () => {
    const words = (letter: string) => Array.from({ length: 30 }, (_, index) => `${letter}${index}`);
    const [first] = pairWords(words("a").join(" "), words("b").reverse().join(" ")).split(" ");
    expect(first).toBe("a0:b29");
  });
});
