import { describe, expect, test } from "vitest";
import { answerPath } from "../../src/answer-path.ts";

const BASE = "https://gw.example/api";
const ID = "acf05732-6ba6-4a5d-9cd1-4cf3e1d1c2b7";

test.each([
  ["nothing", undefined, undefined],
  ["null", null, undefined],
  [
    "the gateway's own address",
    `https://gw.example/api/fal-ai/flux-1/requests/${ID}?x=1`,
    `/fal-ai/flux-1/requests/${ID}?x=1`,
  ],
  ["the gateway's own address of another shape", "https://gw.example/api/jobs?id=7", "/jobs?id=7"],
  ["fal's address", `https://queue.fal.run/fal-ai/flux-1/requests/${ID}`, `/fal-ai/flux-1/requests/${ID}`],
  [
    "fal's address of the status",
    `https://queue.fal.run/fal-ai/flux-1/requests/${ID}/status`,
    `/fal-ai/flux-1/requests/${ID}/status`,
  ],
  [
    "fal's address with a tail",
    `https://queue.fal.run/fal-ai/flux-1/requests/${ID}/response`,
    `/fal-ai/flux-1/requests/${ID}/response`,
  ],
  ["an address behind a wall", `http://10.0.0.7:3000/fal-ai/flux-1/requests/${ID}`, `/fal-ai/flux-1/requests/${ID}`],
  [
    "a host with a dot at its end",
    `https://queue.fal.run./fal-ai/flux-1/requests/${ID}`,
    `/fal-ai/flux-1/requests/${ID}`,
  ],
  ["an address without host", `/fal-ai/flux-1/requests/${ID}`, `/fal-ai/flux-1/requests/${ID}`],
])("%s is asked at the gateway", (_name, address, want) => {
  expect(answerPath(address, BASE, ID)).toBe(want);
});

describe("never followed", () => {
  test.each([
    ["a user in front of the host", `https://queue.fal.run@evil.example/fal-ai/flux-1/requests/${ID}`],
    ["a user at the gateway", `https://user:pass@gw.example/api/fal-ai/flux-1/requests/${ID}`],
    ["a backslash before the at", `https://evil.example\\@queue.fal.run/fal-ai/flux-1/requests/${ID}`],
    ["another job", "https://queue.fal.run/fal-ai/flux-1/requests/another"],
    ["another path", `https://evil.example/steal?id=${ID}`],
    ["a path that climbs", `https://evil.example/fal-ai/%2e%2e/%2e%2e/requests/${ID}/../../x`],
    ["another scheme", `ftp://queue.fal.run/fal-ai/flux-1/requests/${ID}`],
    ["a script", "javascript:alert(1)"],
    ["data", `data:/fal-ai/flux-1/requests/${ID}`],
    ["no address", "https://"],
    ["the metadata service", "http://169.254.169.254/latest/meta-data/"],
    ["the same as a number", "http://2852039166/latest/meta-data/"],
  ])("%s", (_name, address) => {
    expect(() => answerPath(address, BASE, ID)).toThrow(expect.objectContaining({ name: "ProtocolError" }));
  });
});
