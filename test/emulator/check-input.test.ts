import { describe, expect, it } from "vitest";
import type { MediaType, Schema } from "../../generator/document.ts";
import { checkInput } from "../../generator/emulator/check-input.ts";
import type { WireValue } from "../../generator/emulator/wire-value.ts";

const schema: Schema = {
  type: "object",
  required: ["prompt", "style"],
  properties: { speed: { type: "integer" }, list: { items: { type: "string" } } },
};
const usual: MediaType = { schema, example: { prompt: "x", speed: "1.0", list: [1, "a"] } };

describe("checkInput", () => {
  it.each<{ name: string; media: MediaType; body: WireValue; want: readonly string[] }>([
    { name: "holds rules that the example keeps", media: usual, body: { style: "s" }, want: ["missing body.prompt"] },
    { name: "drops rules that the example breaks", media: usual, body: { prompt: "x" }, want: [] },
    { name: "drops a type that the example has not", media: usual, body: { prompt: "x", speed: "2.0" }, want: [] },
    { name: "drops them for every item of a list", media: usual, body: { prompt: "x", list: ["a", "b", 3] }, want: [] },
    { name: "needs an example for that", media: { schema }, body: { prompt: "x" }, want: ["missing body.style"] },
    { name: "needs no schema", media: {}, body: 5, want: [] },
  ])("$name", ({ media, body, want }) => {
    expect(checkInput(media, body, {}).map(({ type, loc }) => `${type} ${loc.join(".")}`)).toEqual(want);
  });
});
