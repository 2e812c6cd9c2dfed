import { expect, test } from "vitest";
import { type CreateApi, defineApi } from "../../src/api.ts";
import { KEY, type PaintSchema, paintTables } from "../support/paint-client.ts";
import { createRouteTable, type Route, type RouteTable } from "../support/route-table.ts";

interface Chat {
  post: {
    parameters: { query?: never };
    requestBody: { content: { "application/json": { seed: number | bigint } } };
    responses: {
      200: { content: { "application/json": { seed: number | bigint } } };
      default: { content: { "application/json": { error?: { message: string } } } };
    };
  };
}
interface Thing {
  get: {
    parameters: { path: { id: string } };
    responses: { 200: { content: { "application/json": { id: string } } } };
  };
}
interface Paths {
  "/v1/chat": Chat;
  "/v1/things/{id}": Thing;
}

const createApi: CreateApi<Paths, PaintSchema["gateways"]> = defineApi({ gateways: paintTables.gateways });

function setUp(routes: {
  readonly [route: string]: readonly Route[];
}): RouteTable & { readonly api: ReturnType<typeof createApi> } {
  const table = createRouteTable(routes);
  return { ...table, api: createApi({ gateway: "north", credentials: KEY, fetch: table.fetch, maxBodyBytes: 1000 }) };
}

const SEED = 15218022503948752270n;

test("integers are exact both ways, and the key is there", async () => {
  const { api, seen } = setUp({ "POST /v1/chat": [{ text: `{"seed":${SEED}}` }] });
  const { data } = await api.POST("/v1/chat", { body: { seed: SEED } });
  expect(data).toEqual({ seed: SEED });
  expect(seen[0]?.body).toBe(`{"seed":${SEED}}`);
  expect(seen[0]?.headers.get("authorization")).toBe(`Bearer ${KEY}`);
});

test("refusals are answers, as openapi-fetch has it", async () => {
  const { api } = setUp({ "POST /v1/chat": [{ status: 429, json: { error: { message: "slow" } } }] });
  const { data, error, response } = await api.POST("/v1/chat", { body: { seed: 1 } });
  expect([data, error, response.status]).toEqual([undefined, { error: { message: "slow" } }, 429]);
});

test.each<[string, Route, RegExp]>([
  ["a page with 200", { text: "<html>console</html>" }, /web page/],
  ["too long an answer", { text: `{"seed":${"1".repeat(2000)}}` }, /longer than 1000 bytes/],
  [
    "a redirect",
    { status: 302, headers: { location: "https://evil.example/x" } },
    /redirect to https:\/\/evil\.example/,
  ],
])("%s is an error", async (_name, route, message) => {
  const { api, calls } = setUp({ "POST /v1/chat": [route] });
  await expect(api.POST("/v1/chat", { body: { seed: 1 } })).rejects.toThrow(message);
  expect(calls).toHaveLength(1);
});

test("a stream passes as it is", async () => {
  const { api } = setUp({ "POST /v1/chat": [{ text: "data: 1\n\n".repeat(500) }] });
  const { data } = await api.POST("/v1/chat", { body: { seed: 1 }, parseAs: "stream" });
  expect(await new Response(data).text()).toHaveLength(4500);
});

test.each([".", "..", ""])("P08 a path parameter %j is refused before a request", async (id) => {
  const { api, calls } = setUp({});
  await expect(api.GET("/v1/things/{id}", { params: { path: { id } } })).rejects.toThrow(/names another path/);
  expect(calls).toEqual([]);
});

test.each([
  ["../v1/chat", "/v1/things/..%2Fv1%2Fchat"],
  ["a?b#c", "/v1/things/a%3Fb%23c"],
])("a path parameter %j stays one segment", async (id, path) => {
  const { api, seen } = setUp({ [`GET ${path}`]: [{ json: { id: "x" } }] });
  await api.GET("/v1/things/{id}", { params: { path: { id } } });
  expect(seen[0]?.url).toBe(`https://north.example${path}`);
});

test.each<{ name: string; body: () => unknown; type: string | null; want: RegExp }>([
  {
    name: "a form with a file goes as multipart",
    body: () => {
      const form = new FormData();
      form.set("file", new Blob(["bytes"]), "a.png");
      return form;
    },
    type: null,
    want: /filename="a\.png"[\s\S]*bytes/,
  },
  { name: "bytes go as they are", body: () => new Blob(["bytes"]), type: "application/octet-stream", want: /^bytes$/ },
  { name: "an array of bytes too", body: () => new Uint8Array([98]), type: "application/octet-stream", want: /^b$/ },
  {
    name: "fields go as a form",
    body: () => ({ a: "1 2", b: "&" }),
    type: "application/x-www-form-urlencoded",
    want: /^a=1\+2&b=%26$/,
  },
  { name: "text goes as text", body: () => "a\nb", type: "text/plain", want: /^a\nb$/ },
  { name: "text in JSON is quoted", body: () => "a", type: "application/json", want: /^"a"$/ },
])("$name", async ({ body, type, want }) => {
  const { api, seen } = setUp({ "POST /v1/chat": [{ json: {} }] });
  const headers = type === null ? {} : { "content-type": type };
  await api.POST("/v1/chat", { body: body() as { seed: number }, headers });
  expect(seen[0]?.body).toMatch(want);
  expect(seen[0]?.headers.get("content-type")).toMatch(type ?? /^multipart\/form-data; boundary=/);
});

test.each<{ name: string; type: string; text: string; want: unknown }>([
  { name: "text", type: "text/plain; charset=utf-8", text: "1", want: "1" },
  { name: "JSON that is called text", type: "text/plain", text: ' {"a":1}', want: { a: 1 } },
  { name: "text that only begins like JSON", type: "text/vtt", text: "[00:01] a", want: "[00:01] a" },
  { name: "lines of JSON", type: "application/x-ndjson", text: '{"a":1}\n', want: '{"a":1}\n' },
  { name: "XML", type: "application/xml", text: "<a/>", want: "<a/>" },
  { name: "JSON of a kind", type: "application/problem+json", text: `{"seed":${SEED}}`, want: { seed: SEED } },
])("an answer of $name is read as what it is", async ({ type, text, want }) => {
  const { api } = setUp({ "POST /v1/chat": [{ text, headers: { "content-type": type } }] });
  expect((await api.POST("/v1/chat", { body: { seed: 1 } })).data).toEqual(want);
});

test("an answer of bytes is a blob of its type", async () => {
  const { api } = setUp({ "POST /v1/chat": [{ text: "ID3", headers: { "content-type": "audio/mpeg" } }] });
  const data: unknown = (await api.POST("/v1/chat", { body: { seed: 1 } })).data;
  expect(data).toBeInstanceOf(Blob);
  expect(data instanceof Blob && [data.type, await data.text()]).toEqual(["audio/mpeg", "ID3"]);
});

test("events are for streams, and whoever forgot that is told", async () => {
  const route = { text: "data: 1\n\n", headers: { "content-type": "text/event-stream" } };
  const { api } = setUp({ "POST /v1/chat": [route] });
  await expect(api.POST("/v1/chat", { body: { seed: 1 } })).rejects.toThrow(/pass `parseAs: "stream"`/);
  expect((await api.POST("/v1/chat", { body: { seed: 1 }, parseAs: "text" })).data).toBe("data: 1\n\n");
});

test("cookies that are parameters are sent", async () => {
  const { api, seen } = setUp({ "GET /v1/things/a": [{ json: { id: "a" } }] });
  const params = { path: { id: "a" }, cookie: { session: "a b", lang: "en" } };
  await api.GET("/v1/things/{id}", { params });
  expect(seen[0]?.headers.get("cookie")).toBe("session=a%20b; lang=en");
});
