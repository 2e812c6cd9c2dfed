import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Credentials, DocketError } from "../../src/index.ts";
import { createPaintClient, DONE, KEY, READ, SUBMIT, TAKEN } from "../support/paint-client.ts";
import { createRouteTable, type Route, type RouteTable } from "../support/route-table.ts";

const input = { prompt: "a tiger" };

function setUp(
  credentials: Credentials,
  routes: { readonly [route: string]: readonly Route[] },
): RouteTable & { readonly call: () => Promise<unknown> } {
  const table = createRouteTable(routes);
  const client = createPaintClient({ gateway: "north", credentials, fetch: table.fetch });
  return { ...table, call: () => client.subscribe("acme/paint/fast", { input, pollInterval: 1 }) };
}

test.each([
  ["a text", KEY],
  ["a function", () => KEY],
  ["an async function", async () => KEY],
])("%s gives the key", async (_name, credentials) => {
  const { call, seen } = setUp(credentials, { [SUBMIT]: [TAKEN], [READ]: [DONE] });
  await call();
  expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([`Bearer ${KEY}`, `Bearer ${KEY}`]);
});

test("a function is asked before every request, and once more when the key is refused", async () => {
  const keys = ["first-key", "second-key", "third-key", "fourth-key"];
  const refusal: Route = { status: 401, json: { detail: "expired" } };
  const { call, seen } = setUp(() => keys.shift(), { [SUBMIT]: [TAKEN], [READ]: [refusal, DONE] });
  await call();
  expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual([
    "Bearer first-key",
    "Bearer second-key",
    "Bearer third-key",
  ]);
});

test("a key that stays refused ends the wait with the job to resume", async () => {
  const { call, count } = setUp(() => KEY, { [SUBMIT]: [TAKEN], [READ]: [{ status: 401, json: {} }] });
  await expect(call()).rejects.toMatchObject({ name: "AuthenticationError", requestId: "job-1" });
  expect(count(READ)).toBe(2);
});

describe("a key that cannot be one is refused before a request, and not repeated", () => {
  test.each(["", "with space", "line\nbreak", "schlüssel-☃"])("%j", async (key) => {
    const problem = expect.objectContaining({
      name: "AuthenticationError",
      message: expect.not.stringContaining(key || "nothing"),
    });
    expect(() => createPaintClient({ gateway: "north", credentials: key })).toThrow(problem);
    const { call, calls } = setUp(() => key, {});
    await expect(call()).rejects.toEqual(problem);
    expect(calls).toEqual([]);
  });

  test("undefined, as an environment variable that is not set", () => {
    expect(() => createPaintClient({ gateway: "north", credentials: undefined })).toThrow(/environment variable/);
  });
});

describe("the key is nowhere to be seen", () => {
  test("in a client", () => {
    const client = createPaintClient({ gateway: "north", credentials: KEY });
    expect(inspect(client, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(JSON.stringify(client)).not.toContain(KEY);
  });

  test.each<[string, Route]>([
    ["an answer that echoes it", { status: 400, json: { detail: `bad key ${KEY}` } }],
    ["a page that echoes it", { status: 400, text: `<html>${KEY}</html>` }],
    ["a redirect that carries it", { status: 302, headers: { location: `https://evil.example/?key=${KEY}` } }],
    ["a connection that breaks", { fails: "ECONNRESET" }],
  ])("in an error after %s", async (_name, route) => {
    const { call } = setUp(KEY, { [SUBMIT]: [route] });
    const error: DocketError = await call().then(
      () => Promise.reject(new Error("it succeeded")),
      (thrown) => thrown,
    );
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(JSON.stringify(error)).not.toContain(KEY);
    expect(`${error.message}${error.stack}`).not.toContain(KEY);
  });

  test("in an error of a fetch that tells its request", async () => {
    const fetch = (request: Request): Promise<Response> =>
      Promise.reject(Object.assign(new Error("broken"), { request }));
    const client = createPaintClient({ gateway: "north", credentials: KEY, fetch });
    const error = await client.subscribe("acme/paint/fast", { input }).then(
      () => undefined,
      (thrown) => thrown,
    );
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
  });
});

describe("a base URL", () => {
  test.each([
    "http://gw.example",
    "ftp://gw.example",
    "https://user@gw.example",
    "https://gw.example/?a=1",
    "gw.example",
    "https://gw.example/#x",
    "http://127.0.0.1.evil.example",
  ])("%s is refused", (baseUrl) => {
    expect(() => createPaintClient({ gateway: "south", baseUrl })).toThrow(/https URL/);
  });

  test.each([
    "https://gw.example",
    "https://gw.example/v1/",
    "http://localhost:3000",
    "http://127.0.0.1:1",
    "http://[::1]:1",
  ])("%s is taken", (baseUrl) => {
    expect(() => createPaintClient({ gateway: "south", baseUrl })).not.toThrow();
  });
});
