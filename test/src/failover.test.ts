import { expect, test } from "vitest";
import type { Client, Warning } from "../../src/index.ts";
import { createPaintClient, DONE, type PaintSchema, READ, SUBMIT, TAKEN } from "../support/paint-client.ts";
import { createRouteTable, type Route, type RouteTable } from "../support/route-table.ts";
import { createVirtualClock, type VirtualClock } from "../support/virtual-clock.ts";

const input = { prompt: "a tiger" };

interface Pair {
  readonly north: RouteTable;
  readonly south: RouteTable;
  readonly client: Client<PaintSchema, "north" | "south">;
  readonly clock: VirtualClock;
  readonly warnings: Warning[];
}

/** Two gateways, the first of which answers submits so. */
function setUp(...first: Route[]): Pair {
  const north = createRouteTable({ [SUBMIT]: first, [READ]: [DONE] });
  const south = createRouteTable({ [SUBMIT]: [TAKEN], [READ]: [DONE] });
  const clock = createVirtualClock();
  const warnings: Warning[] = [];
  const client = createPaintClient({
    gateways: [
      { gateway: "north", credentials: "north-key" },
      { gateway: "south", credentials: "south-key", baseUrl: "https://south.example" },
    ],
    fetch: (request) => (request.url.startsWith("https://north.example/") ? north : south).fetch(request),
    clock,
    random: () => 0.5,
    onWarning: (warning) => warnings.push(warning),
  });
  return { north, south, client, clock, warnings };
}

test("the first gateway that takes the job keeps it", async () => {
  const { north, south, client } = setUp(TAKEN);
  await expect(client.subscribe("acme/paint/fast", { input })).resolves.toMatchObject({ gateway: "north" });
  expect([north.calls, south.calls]).toEqual([[SUBMIT, READ], []]);
});

test.each<[string, Route]>([
  ["cannot be reached", { fails: "ECONNREFUSED" }],
  ["is full", { status: 429, json: {} }],
  ["refuses with 503", { status: 503, json: { detail: "no capacity" } }],
  ["refuses the key", { status: 401, json: {} }],
  ["has no credit", { status: 402, json: {} }],
  ["does not know the endpoint", { status: 404, json: {} }],
])("one that %s is passed over, each with its own key", async (_name, route) => {
  const { north, south, client, warnings } = setUp(route);
  await expect(client.subscribe("acme/paint/fast", { input })).resolves.toMatchObject({ gateway: "south" });
  expect([north.calls, south.calls]).toEqual([[SUBMIT], [SUBMIT, READ]]);
  expect(north.seen[0]?.headers.get("authorization")).toBe("Bearer north-key");
  expect(south.seen.map(({ headers }) => headers.get("authorization"))).toEqual([
    "Bearer south-key",
    "Bearer south-key",
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(["failover"]);
});

test.each<[string, Route, string]>([
  ["breaks off", { fails: "ECONNRESET" }, "SubmitUncertainError"],
  ["answers 502", { status: 502, text: "<html>" }, "SubmitUncertainError"],
  ["answers a page", { text: "<html>" }, "SubmitUncertainError"],
  ["refuses the input", { status: 422, json: { detail: "no" } }, "ValidationError"],
])("after one that %s no other is asked", async (_name, route, name) => {
  const { south, client } = setUp(route);
  await expect(client.subscribe("acme/paint/fast", { input })).rejects.toMatchObject({ name });
  expect(south.calls).toEqual([]);
});

test("a gateway that failed three times rests for half a minute", async () => {
  const { north, client, clock } = setUp(
    { fails: "ECONNREFUSED" },
    { fails: "ECONNREFUSED" },
    { fails: "ECONNREFUSED" },
    TAKEN,
  );
  const submit = async (): Promise<string> => (await client.queue.submit("acme/paint/fast", { input })).gateway;
  expect([await submit(), await submit(), await submit(), await submit()]).toEqual(Array(4).fill("south"));
  expect(north.calls).toHaveLength(3);
  await clock.sleep(29_000, new AbortController().signal);
  expect(await submit()).toBe("south");
  expect(north.calls).toHaveLength(3);
  await clock.sleep(1000, new AbortController().signal);
  expect(await submit()).toBe("north");
});

test("a job is looked for where it was handed in", async () => {
  const { north, south, client } = setUp({ status: 503, json: { detail: "no capacity" } });
  const { request_id: requestId, gateway } = await client.queue.submit("acme/paint/fast", { input });
  await client.queue.result("acme/paint/fast", { requestId });
  await client.queue.result("acme/paint/fast", { requestId, gateway });
  expect(south.calls).toEqual([SUBMIT, READ, READ]);
  await client.queue.result("acme/paint/fast", { requestId, gateway: "north" });
  expect(north.calls).toEqual([SUBMIT, READ]);
});

test("an endpoint that only one offers goes to that one", async () => {
  const { north, south, client } = setUp(TAKEN);
  await expect(client.queue.submit("acme/redraw", { input: { image_url: "https://x.example" } })).rejects.toThrow();
  expect([north.calls, south.calls]).toEqual([[], ["POST /acme/redraw"]]);
});
