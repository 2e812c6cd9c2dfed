import { describe, expect, it } from "vitest";
import { createRequestLog } from "../../generator/emulator/request-log.ts";

const post = (url: string, headers: Record<string, string> = {}): Request =>
  new Request(url, { method: "POST", headers });

describe("a request log", () => {
  it("notes what was asked, and what became of it later", () => {
    const log = createRequestLog(10);
    const note = log.record(post("https://a.test/x?y=1", { accept: "text/plain" }), "body");
    expect(log.requests).toEqual([
      {
        method: "POST",
        url: "https://a.test/x?y=1",
        path: "/x",
        headers: { accept: "text/plain" },
        body: "body",
        step: "other",
      },
    ]);
    expect(note({ step: "submit", status: 200 })).toBe(log.requests[0]);
    expect(log.requests[0]).toMatchObject({ step: "submit", status: 200 });
  });

  it.each([
    ["authorization", "Bearer secret", "Bearer ***"],
    ["authorization", "Key id:secret", "Key ***"],
    ["authorization", "secret", "***"],
    ["x-api-key", "secret", "***"],
    ["cookie", "session=secret", "***"],
    ["accept", "text/html", "text/html"],
  ])("shows %s: %s as %s", (name, value, want) => {
    const log = createRequestLog(10);
    log.record(post("https://a.test/", { [name]: value }), "");
    expect(log.requests[0]?.headers[name]).toBe(want);
  });

  it("knows the origins of a text in URLs, headers and bodies, also of requests it no longer holds", () => {
    const log = createRequestLog(1);
    log.record(post("https://c.test/?key=canary"), "");
    log.record(post("https://a.test/", { "x-any": "has canary inside" }), "");
    log.record(post("https://b.test/"), '{"key":"canary"}');
    log.record(post("https://d.test/"), "");
    expect(log.requests.map(({ url }) => url)).toEqual(["https://d.test/"]);
    expect(log.origins("canary")).toEqual(["https://a.test", "https://b.test", "https://c.test"]);
    expect(log.origins("another")).toEqual([]);
  });
});
