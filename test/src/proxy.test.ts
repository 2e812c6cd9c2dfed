import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createApp } from "../../docs/examples/proxy-hono.ts";
import { GET, POST, PUT } from "../../docs/examples/proxy-next.ts";
import { createProxyServer } from "../../docs/examples/proxy-node.ts";
import { createProxy, type ProxyOptions } from "../../src/proxy.ts";
import { createPaintClient, DONE, KEY, READ, RUNNING, SUBMIT, TAKEN } from "../support/paint-client.ts";
import { createRouteTable, type RouteTable } from "../support/route-table.ts";

const input = { prompt: "a tiger" };

interface Proxied extends RouteTable {
  readonly options: ProxyOptions;
}

function setUp(
  routes: Parameters<typeof createRouteTable>[0] = { [SUBMIT]: [TAKEN], [READ]: [RUNNING, DONE] },
): Proxied {
  const table = createRouteTable(routes);
  const options = {
    server: "https://north.example",
    credentials: KEY,
    endpoints: ["acme/paint/fast"],
    fetch: table.fetch,
  };
  return { ...table, options };
}

const post = (path: string, init: RequestInit = {}): Request =>
  new Request(`https://me.example${path}`, {
    method: "POST",
    body: "{}",
    headers: { "content-type": "application/json" },
    ...init,
  });

test("a client without a key works through it, and the key goes to the gateway only", async () => {
  const { options, seen, calls } = setUp();
  const outside: Headers[] = [];
  const proxy = createProxy({ ...options, prefix: "/api/fal" });
  const client = createPaintClient({
    gateway: "north",
    baseUrl: "https://me.example/api/fal",
    fetch: (request) => {
      outside.push(request.headers);
      return proxy(request);
    },
  });
  const { data } = await client.subscribe("acme/paint/fast", { input, pollInterval: 1 });
  expect(data).toEqual(DONE.json);
  expect(calls).toEqual([SUBMIT, READ, READ]);
  expect(seen.map(({ headers }) => headers.get("authorization"))).toEqual(Array(3).fill(`Bearer ${KEY}`));
  expect(outside.map((headers) => headers.get("authorization"))).toEqual([null, null, null]);
});

test.each([
  ["an endpoint that is not listed", post("/acme/redraw"), 404],
  ["another path of the gateway", post("/v1/chat/completions"), 404],
  ["a path that climbs", new Request("https://me.example/acme/paint/requests/..%2f..%2fv1"), 404],
  ["a job of another application", new Request("https://me.example/acme/redraw/requests/job-1"), 404],
  ["another method", new Request("https://me.example/acme/paint/requests/job-1", { method: "DELETE" }), 404],
  ["a form of another site", post("/acme/paint/fast", { headers: { "content-type": "text/plain" } }), 415],
  [
    "another site",
    post("/acme/paint/fast", { headers: { "content-type": "application/json", "sec-fetch-site": "cross-site" } }),
    403,
  ],
  ["too much", post("/acme/paint/fast", { body: "x".repeat(2000) }), 413],
])("%s does not pass", async (_name, request, status) => {
  const { options, calls } = setUp();
  const response = await createProxy({ ...options, maxBodyBytes: 1000 })(request);
  expect(response.status).toBe(status);
  expect(calls).toEqual([]);
});

test("who is not authorized does not pass", async () => {
  const { options, calls } = setUp();
  const proxy = createProxy({ ...options, authorize: ({ headers }) => headers.get("cookie") === "session=1" });
  expect((await proxy(post("/acme/paint/fast"))).status).toBe(403);
  expect(calls).toEqual([]);
});

test("cookies, foreign headers and webhook addresses stay outside, both ways", async () => {
  const { options, seen } = setUp({
    [SUBMIT]: [{ ...TAKEN, headers: { "set-cookie": "a=1", "x-fal-request-id": "r" } }],
  });
  const headers = {
    "content-type": "application/json",
    cookie: "session=1",
    authorization: "Bearer mine",
    "x-fal-queue-priority": "low",
  };
  const response = await createProxy(options)(post("/acme/paint/fast?fal_webhook=https://evil.example", { headers }));
  expect(response.headers.get("set-cookie")).toBeNull();
  expect(response.headers.get("x-fal-request-id")).toBe("r");
  expect(seen[0]?.headers.get("cookie")).toBeNull();
  expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
  expect(seen[0]?.headers.get("x-fal-queue-priority")).toBe("low");
  expect(seen[0]?.url).toBe("https://north.example/acme/paint/fast");
});

test.each([
  ["cannot be reached", { fails: "ECONNREFUSED" }, 503],
  ["breaks off", { fails: "ECONNRESET" }, 502],
  ["redirects", { status: 307, headers: { location: "https://evil.example" } }, 502],
])("a gateway that %s", async (_name, route, status) => {
  const response = await createProxy(setUp({ [SUBMIT]: [route] }).options)(post("/acme/paint/fast"));
  expect(response.status).toBe(status);
  expect(await response.text()).not.toContain(KEY);
});

test("the example for node:http", async () => {
  const { options } = setUp();
  const server = createProxyServer(options).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const client = createPaintClient({ gateway: "north", baseUrl: `http://127.0.0.1:${port}` });
  const { data } = await client.subscribe("acme/paint/fast", { input, pollInterval: 1 });
  expect(data).toEqual(DONE.json);
  server.closeAllConnections();
  server.close();
});

test("the example for Hono", async () => {
  const app = createApp(setUp().options);
  const fetch = async (request: Request): Promise<Response> => app.fetch(request);
  const client = createPaintClient({ gateway: "north", baseUrl: "https://me.example/api/fal", fetch });
  const { data } = await client.subscribe("acme/paint/fast", { input, pollInterval: 1 });
  expect(data).toEqual(DONE.json);
});

test("the example for Next answers each method, and nothing that is not listed", async () => {
  const statuses = Object.entries({ GET, POST, PUT }).map(
    async ([method, handle]) => (await handle(new Request("https://me.example/api/fal/nope", { method }))).status,
  );
  expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
});
