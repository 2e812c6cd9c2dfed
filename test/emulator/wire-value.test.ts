import { describe, expect, it } from "vitest";
import { parseWire, printWire } from "../../generator/emulator/wire-value.ts";

describe("parseWire and printWire", () => {
  it.each([
    { text: '{"seed":15218022503948752270}', want: { seed: 15218022503948752270n } },
    { text: '{"seed":9007199254740991}', want: { seed: 9007199254740991 } },
    { text: "[-9007199254740993,1.5,1e30]", want: [-9007199254740993n, 1.5, 1e30] },
    { text: '"1234567890123456789"', want: "1234567890123456789" },
    { text: "null", want: null },
  ])("keep $text", ({ text, want }) => {
    expect(parseWire(text)).toEqual(want);
    expect(printWire(parseWire(text) ?? null)).toBe(text.replace("1e30", "1e+30"));
  });

  it.each(["", "{", '{"a":1234567890123456789,}', "[".repeat(200_000)])("find no value in bad JSON", (text) => {
    expect(parseWire(text)).toBeUndefined();
  });

  it("treat __proto__ as an ordinary key", () => {
    const value = parseWire('{"__proto__":{"polluted":12345678901234567890}}');
    expect(Object.keys(Object(value))).toEqual(["__proto__"]);
    expect({}).not.toHaveProperty("polluted");
  });
});
