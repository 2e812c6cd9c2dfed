import { describe, expect, onTestFinished, test } from "vitest";
import { createBench, createPaintClient, DONE, KEY, READ, SUBMIT, TAKEN } from "../support/paint-client.ts";
import { createRouteTable } from "../support/route-table.ts";

const input = { prompt: "a tiger" };
const refusal = (message: string) => expect.objectContaining({ name: "InputError", message });

describe("createClient refuses", () => {
  // As a caller without types would write it.
  const create = (options: object): unknown => Reflect.apply(createPaintClient, undefined, [options]);

  test.each([
    ["a gateway nobody knows", { gateway: "west" }, 'There is no gateway "west". Known: north, south, home.'],
    ["a name of Object's", { gateway: "toString" }, 'There is no gateway "toString". Known: north, south, home.'],
    ["no server", { gateway: "south" }, 'Gateway "south" names no server in its documents: pass `baseUrl`.'],
    ["no gateway", {}, "Pass `gateway`, or `gateways` with at least one."],
    ["an empty list", { gateways: [] }, "Pass `gateway`, or `gateways` with at least one."],
  ])("%s", (_name, options, message) => {
    expect(() => create(options)).toThrow(refusal(message));
  });

  test.each(["requestsPerSecond", "concurrency", "requestTimeout", "maxBodyBytes"])("%s out of its range", (name) => {
    for (const value of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31]) {
      expect(() => createPaintClient({ gateway: "north", [name]: value })).toThrow(
        refusal(`\`${name}\` must be a positive number below 2147483648.`),
      );
    }
    createPaintClient({ gateway: "north", [name]: 2 ** 31 - 1 });
  });

  test.each([
    "http://gw.example",
    "ftp://gw.example",
    "https://me@gw.example",
    "https://me:pw@gw.example",
    "https://gw.example?key=1",
    "https://gw.example#top",
    "http://localhost.example",
    "http://127.0.0.1.example",
    "gw.example",
  ])("%s as a base URL", (baseUrl) => {
    expect(() => createPaintClient({ gateway: "north", baseUrl })).toThrow(/`baseUrl` must be an https URL/);
  });

  test.each(["", " ", "a b", "key\n", "clé"])("the key %j, without repeating it", (credentials) => {
    const make = () => createPaintClient({ gateway: "north", credentials });
    expect(make).toThrow(expect.objectContaining({ name: "AuthenticationError" }));
    if (credentials.trim()) expect(make).not.toThrow(credentials);
  });
});

describe("createClient takes", () => {
  test.each([
    ["https://gw.example/", "https://gw.example/acme/paint/fast"],
    ["https://gw.example/v1//", "https://gw.example/v1/acme/paint/fast"],
    ["http://localhost:8080", "http://localhost:8080/acme/paint/fast"],
    ["http://127.8.9.1", "http://127.8.9.1/acme/paint/fast"],
    ["http://[::1]:80", "http://[::1]/acme/paint/fast"],
  ])("%s as a base URL", async (baseUrl, want) => {
    const { fetch, seen } = createRouteTable({});
    const client = createPaintClient({ gateway: "north", baseUrl, fetch, credentials: KEY });
    await client.queue.submit("acme/paint/fast", { input }).catch(() => {});
    expect(seen[0]?.url).toBe(want);
  });
});

describe("an endpoint that cannot be called here", () => {
  const { client, calls } = createBench("north", {});
  test.each([
    ["acme/nope", 'There is no endpoint "acme/nope". See `EndpointId` for those there are.'],
    ["constructor", 'There is no endpoint "constructor". See `EndpointId` for those there are.'],
    ["acme/redraw", 'north does not offer "acme/redraw"; south, home does.'],
  ])("%s", async (id, message) => {
    await expect(Reflect.apply(client.subscribe, client, [id, { input }])).rejects.toMatchObject({
      name: "InputError",
      message,
      endpointId: id,
    });
    await expect(Reflect.apply(client.queue.status, client.queue, [id, { requestId: "a" }])).rejects.toMatchObject({
      name: "InputError",
      message,
    });
    expect(calls).toEqual([]);
  });

  test("a job at a gateway that this client does not have", async () => {
    const asked = client.queue.status("acme/paint/fast", { requestId: "job-1", gateway: "home" });
    await expect(asked).rejects.toMatchObject({
      message: 'This client has no gateway "home" that offers "acme/paint/fast".',
      requestId: "job-1",
    });
  });
});

describe("warnings", () => {
  test("go to the console where nobody listens", async () => {
    const said: unknown[] = [];
    const { warn } = console;
    onTestFinished(() => void Object.assign(console, { warn }));
    Object.assign(console, { warn: (text: unknown) => said.push(text) });
    const { fetch } = createRouteTable({ [SUBMIT]: [TAKEN], [READ]: [DONE] });
    const client = createPaintClient({ gateway: "north", fetch });
    await client.queue.submit("acme/paint/fast", { input: { ...input, guidance_scale: 99 } });
    expect(said).toEqual(['The page of "acme/paint/fast" says otherwise: guidance_scale must be at most 20.']);
  });
});
