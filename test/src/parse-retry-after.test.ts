import { expect, test } from "vitest";
import { parseRetryAfter } from "../../src/parse-retry-after.ts";

const date = "Sun, 06 Nov 1994 08:49:37 GMT";

test.each([
  ["0", 0],
  ["7", 7000],
  ["999999999", 999_999_999_000],
  ["Sun, 06 Nov 1994 08:49:57 GMT", 20_000],
  ["Sunday, 06-Nov-94 08:49:57 GMT", 20_000],
  ["Sun Nov  6 08:49:57 1994", 20_000],
  ["Sun, 06 Nov 1994 08:49:07 GMT", 0],
])("%s is %i ms", (value, want) => {
  expect(parseRetryAfter(new Headers({ date, "retry-after": value }))).toBe(want);
});

test.each([
  "",
  " ",
  "5, 10",
  "0x10",
  "1e9",
  "-1",
  "1.5",
  "9".repeat(400),
  "2030-01-01",
  "tomorrow",
  "Sun, 99 Nov 1994 08:49:57 GMT",
  "06 Nov 1994",
])("%j is nothing", (value) => {
  expect(parseRetryAfter(new Headers({ date, "retry-after": value }))).toBeUndefined();
});

test("absent is nothing", () => {
  expect(parseRetryAfter(new Headers())).toBeUndefined();
});
