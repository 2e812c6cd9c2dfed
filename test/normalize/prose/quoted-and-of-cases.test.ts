import { expect, test } from "vitest";
import { mineProse } from "../../../generator/normalize/prose/mine-prose.ts";

const longText = "soft light, ".repeat(30).trim();

test.each([
  // Literals as JSON writes them, between backticks.
  ["string", 'What to leave out. Default value: `""`', { default: "" }],
  ["string", "What to leave out. Default value: `''`", { default: "" }],
  ["string", 'Look. Default value: `"plain"`', { default: "plain" }],
  ["number", "Loudness aimed at. Default value: `-23`", { default: -23 }],
  ["integer", "偏移，默认值为`-1`", { default: -1 }],
  ["string", `What to leave out. Default value: "${longText}"`, { default: longText }],
  // A default for each of several cases is none of the field.
  ["integer", "Steps. Defaults to 8 for draft quality and 30 for full quality.", {}],
  ["integer", "Seconds. Defaults to 5 for text, or 9 when an image is given.", {}],
  ["integer", "Steps. Defaults to 8 for speed.", { default: 8 }],
  // The ends of a scale.
  ["number", "Where it is pushed (0 = left, 1 = right).", {}],
  ["number", "Gain (0.0 = silent, 1.0 = unchanged, 2.0 = double)", {}],
  ["integer", "开关：0=关闭，1=开启", { enum: [0, 1] }],
  ["number", "Spread. Lower values (0.1-0.3) are steadier. Default: 0.5", { default: 0.5 }],
  ["number", "Spread (0.1-0.9)", { minimum: 0.1, maximum: 0.9 }],
  // Examples, of which one is the default.
  ["string", "Any font that is free (e.g., 'Lato', 'Roboto'). Default: 'Lato'", { default: "Lato" }],
  ["integer", "One more than a multiple of eight (e.g. 9, 17, 25). Default: 17", { default: 17 }],
  ["string", "Any font: 'Lato', 'Roboto', or paste a link to one. Default: 'Lato'", { default: "Lato" }],
  ["string", "Where to cut: first, middle, or last page of the text. Default: 'first'", { default: "first" }],
  [
    "string",
    "Where to cut: first, middle, or last. Default: 'first'",
    { default: "first", enum: ["first", "middle", "last"] },
  ],
  // Digits in groups of three.
  [
    "integer",
    "Faces. Range: 20,000-1,200,000. Default: 300,000.",
    { default: 300000, minimum: 20000, maximum: 1200000 },
  ],
  ["integer", "Tokens. Defaults to 4,096.", { default: 4096 }],
  ["integer", "可选值：0,1,2，默认1,可不传", { default: 1, enum: [0, 1, 2] }],
] as const)("%s: %s", (type, description, expected) => {
  expect(mineProse(description, { type }).keywords).toEqual(expected);
});
