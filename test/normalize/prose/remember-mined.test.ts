import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";
import { rememberMined } from "../../../generator/normalize/prose/remember-mined.ts";

const description = "档位，枚举值：1、2，默认 2";

test("the same description of the same schema is read once", () => {
  expect(rememberMined(description, { type: "string" })).toBe(rememberMined(description, { type: "string" }));
});

test.each([
  ["another type", { type: "integer" }],
  ["no type", {}],
  ["a declared default", { type: "string", declared: { default: "1" } }],
  ["a declared list", { type: "string", declared: { enum: ["1", "3"] } }],
])("%s is read for itself", (_name, options) => {
  rememberMined(description, { type: "string" });
  expect(rememberMined(description, options)).toEqual(mineProse(description, options));
});

test("more descriptions than are remembered are read as well", () => {
  for (let count = 0; count < 2500; count++)
    expect(rememberMined(`默认 ${count}`, { type: "integer" }).keywords.default).toBe(count);
});

test("a long description is not kept", () => {
  const long = `${"说明。".repeat(200)}默认 2`;
  expect(rememberMined(long, { type: "integer" })).not.toBe(rememberMined(long, { type: "integer" }));
});
