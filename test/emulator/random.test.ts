import { describe, expect, it } from "vitest";
import { createRandom, hashText, randomSeed, randomUuid } from "../../generator/emulator/random.ts";

describe("createRandom", () => {
  it("gives the same numbers for the same seed, others for another", () => {
    const draw = (seed: number): readonly number[] => {
      const random = createRandom(seed);
      return [random.next(), random.next(), random.next()];
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("spreads them evenly from 0 to below 1", () => {
    const random = createRandom(3);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const tenth = Math.floor(random.next() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(850);
    expect(Math.max(...tenths)).toBeLessThan(1150);
  });
});

it("randomUuid gives version 4 UUIDs, ten thousand different ones", () => {
  const random = createRandom(5);
  const ids = new Set(Array.from({ length: 10_000 }, () => randomUuid(random)));
  expect(ids.size).toBe(10_000);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it("randomSeed mostly exceeds what a double holds, and never 64 bits", () => {
  const random = createRandom(7);
  const seeds = Array.from({ length: 100 }, () => randomSeed(random));
  expect(seeds.filter((seed) => seed > 2n ** 53n).length).toBeGreaterThan(90);
  expect(seeds.every((seed) => seed >= 0n && seed < 2n ** 64n)).toBe(true);
});

it.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("hashText of '%s' is that of FNV-1a", (text, want) => {
  expect(hashText(text)).toBe(want);
});
