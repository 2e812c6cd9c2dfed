import { describe, expect, it } from "vitest";
import { EmulatorError } from "../../../generator/emulator/emulator-error.ts";
import { parseFault, parseFaults } from "../../../generator/emulator/faults/parse-fault.ts";

describe("parseFault", () => {
  it.each([
    {
      text: "html",
      want: { name: "html", value: "", left: 1, on: ["submit", "status", "result", "cancel", "stream"] },
    },
    { text: "quota", want: { name: "quota", on: ["submit"] } },
    { text: "html:3", want: { left: 3 } },
    { text: "stuck:*", want: { left: Number.POSITIVE_INFINITY } },
    { text: "rate-limit", want: { value: "1" } },
    { text: "rate-limit=", want: { value: "" } },
    { text: "status/http=502.html:2", want: { name: "http", value: "502.html", on: ["status"], left: 2 } },
    { text: " file/html ", want: { name: "html", on: ["file"] } },
  ])("reads '$text'", ({ text, want }) => {
    expect(parseFault(text)).toMatchObject(want);
  });

  it.each([
    { text: "htlm", want: /unknown fault "htlm"; there are: .*html/ },
    { text: "", want: /unknown fault ""/ },
    { text: "html:0x3", want: /unknown fault/ },
    { text: "html=5", want: /takes no value/ },
    { text: "nowhere/html", want: /unknown step.*submit, status/ },
    { text: "constructor", want: /unknown fault/ },
  ])("refuses '$text'", ({ text, want }) => {
    expect(() => parseFault(text)).toThrow(EmulatorError);
    expect(() => parseFault(text)).toThrow(want);
  });

  it("reads several, separated by commas or spaces", () => {
    expect(parseFaults(" html, status/empty:2  reset ").map(({ name }) => name)).toEqual(["html", "empty", "reset"]);
    expect(parseFaults("")).toEqual([]);
  });
});
