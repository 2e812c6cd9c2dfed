import { describe, expect, it } from "vitest";
import { createFindOperation } from "../../generator/emulator/operation-paths.ts";

const operation = (operationId: string) => ({ operationId, responses: {}, "x-docket-gateways": [] });
const find = createFindOperation([
  { method: "get", path: "/videos/{id}", operation: operation("one") },
  { method: "get", path: "/videos/latest", operation: operation("latest") },
  { method: "delete", path: "/videos/{id}", operation: operation("remove") },
  { method: "get", path: "/files/{name}.json", operation: operation("file") },
  { method: "get", path: "/{a}/{b}/c", operation: operation("open") },
  { method: "get", path: "/x/{b}/c", operation: operation("closer") },
  { method: "get", path: "/odd/{", operation: operation("odd") },
]);

describe("createFindOperation", () => {
  it.each([
    ["GET", "/videos/7", "one"],
    ["GET", "/videos/latest", "latest"],
    ["DELETE", "/videos/latest", "remove"],
    ["GET", "/files/a.json", "file"],
    ["GET", "/files/.json", undefined],
    ["GET", "/files/a.xml", undefined],
    ["GET", "/x/1/c", "closer"],
    ["GET", "/y/1/c", "open"],
    ["GET", "/y/1/d", undefined],
    ["GET", "/videos/", undefined],
    ["GET", "/videos/7/more", undefined],
    ["POST", "/videos/7", undefined],
    ["GET", "/odd/{", "odd"],
  ])("%s %s is %s", (method, path, want) => {
    expect(find(method, path)?.operationId).toBe(want);
  });
});
