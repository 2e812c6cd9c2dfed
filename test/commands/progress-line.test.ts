import { describe, expect, it } from "vitest";
import { createProgressLine } from "../../generator/commands/progress-line.ts";
import { testHost } from "../support/test-host.ts";

describe("a progress line", () => {
  it("is a line per change where nothing can be redrawn", () => {
    let time = 0;
    const host = testHost({ now: () => time });
    const line = createProgressLine(host);
    line.show("in the queue, 1 ahead");
    time = 2500;
    line.show("in the queue, 1 ahead");
    line.show("running");
    line.end();
    expect(host.stderr()).toBe("in the queue, 1 ahead · 0 s\nrunning · 2 s\n");
  });

  it("is redrawn on a terminal, and taken away at the end", () => {
    const host = testHost({ interactive: true });
    const line = createProgressLine(host);
    line.show("running");
    line.end();
    expect(host.stderr()).toBe("\r\u001b[2Krunning · 0 s\r\u001b[2K");
  });

  it.each([
    { interactive: false, want: "running · 0 s\na warning\n" },
    { interactive: true, want: "\r\u001b[2Krunning · 0 s\r\u001b[2Ka warning\n\r\u001b[2Krunning · 0 s\r\u001b[2K" },
  ])("keeps notes above it (interactive: $interactive)", ({ interactive, want }) => {
    const host = testHost({ interactive });
    const line = createProgressLine(host);
    line.show("running");
    line.note("a warning");
    line.end();
    expect(host.stderr()).toBe(want);
  });

  it("lets nothing of a server's words reach the terminal", () => {
    const host = testHost();
    createProgressLine(host).show("\u001b]0;title\u0007::error::x\n::add-mask::y");
    expect(host.stderr()).toBe("\\u{1b}]0;title\\u{7}::error::x\\n::add-mask::y · 0 s\n");
  });
});
