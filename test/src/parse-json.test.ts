import fc from "fast-check";
import { expect, test } from "vitest";
import { parseJson, stringifyJson } from "../../src/parse-json.ts";
import { tries } from "../tries.ts";

test.each<[string, unknown]>([
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", 9007199254740993n],
  ["-15218022503948752270", -15218022503948752270n],
  [
    "[1234567890123456789, 0.12345678901234567, 12345678901234567890e2]",
    [1234567890123456789n, Number("0.12345678901234567"), Number("12345678901234567890e2")],
  ],
  [
    '{"a\\"12345678901234567890": "12345678901234567890", "b": 12345678901234567890}',
    { 'a"12345678901234567890': "12345678901234567890", b: 12345678901234567890n },
  ],
  ['"\\\\", 1', undefined],
  ['\ufeff{"a":1}', { a: 1 }],
  ["1234567890123456", 1234567890123456],
])("%s", (text, want) => {
  if (want === undefined) expect(() => parseJson(text)).toThrow(SyntaxError);
  else expect(parseJson(text)).toEqual(want);
});

test("long strings and long runs of escapes do not overflow the stack", () => {
  const text = `{"a":"${"\\n".repeat(2e6)}${"x".repeat(2e6)}","b":12345678901234567890}`;
  expect(parseJson(text)).toMatchObject({ b: 12345678901234567890n });
});

test("what is written is read back, and without long integers it is what JSON says", () => {
  const value = fc.jsonValue({ maxDepth: 4 }).filter((plain) => !/\d{16}/.test(JSON.stringify(plain)));
  fc.assert(
    fc.property(value, (plain) => {
      expect(parseJson(JSON.stringify(plain))).toEqual(JSON.parse(JSON.stringify(plain)));
    }),
    tries(100),
  );
  const integer = fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n });
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(integer, fc.string(), fc.array(integer))), (given) => {
      const back = parseJson(stringifyJson(given));
      expect(stringifyJson(back)).toBe(stringifyJson(given));
    }),
    tries(100),
  );
});

test("a string cannot pose as a number", () => {
  const seen = stringifyJson({ seed: 12345678901234567890n, prompt: "n123:456" });
  expect(seen).toBe('{"seed":12345678901234567890,"prompt":"n123:456"}');
});
