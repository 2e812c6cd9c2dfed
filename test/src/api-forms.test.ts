import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CreateApi, defineApi } from "../../src/api.ts";
import type { RequestTable } from "../../src/tables.ts";
import { KEY, type PaintSchema, paintTables } from "../support/paint-client.ts";

interface Fields {
  readonly [name: string]: unknown;
}
interface Echo<Type extends string, Body> {
  post: {
    parameters: { query?: never };
    requestBody: { content: { [T in Type]: Body } };
    responses: {
      200: { content: { "application/json": Arrived } };
      default: { content: { "application/json": Fields } };
    };
  };
}
interface Paths {
  "/edits": Echo<"multipart/form-data", Fields>;
  "/both": Echo<"application/json" | "multipart/form-data", Fields>;
  "/login": Echo<"application/x-www-form-urlencoded", Fields>;
  "/upload": Echo<"image/png", Blob>;
  "/any": Echo<"image/*", Blob>;
}
const requests: RequestTable = {
  "POST /edits": { body: "multipart/form-data" },
  "POST /login": { body: "application/x-www-form-urlencoded" },
  "POST /upload": { body: "image/png" },
  "POST /any": { body: "image/*" },
};
const createApi: CreateApi<Paths, PaintSchema["gateways"]> = defineApi({ gateways: paintTables.gateways, requests });

/** What a server says that it got. */
interface Arrived {
  readonly type: string;
  readonly fields?: readonly (readonly [name: string, value: string])[];
  readonly text?: string;
}

const server = createServer(async (request, response) => {
  const body = new Request("http://localhost", {
    method: "POST",
    headers: { "content-type": request.headers["content-type"] ?? "" },
    body: await buffer(request),
  });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(await describeBody(body)));
});

async function describeBody(request: Request): Promise<Arrived> {
  const type = (request.headers.get("content-type") ?? "").replace(/boundary=.*/, "boundary=…");
  if (!/form/.test(type)) return { type, text: await request.text() };
  const fields: [string, string][] = [];
  for (const [name, value] of await request.formData())
    fields.push([name, typeof value === "string" ? value : `${value.name} ${value.type} ${await value.text()}`]);
  return { type, fields };
}

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

function api(): ReturnType<typeof createApi> {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return createApi({ gateway: "north", credentials: KEY, baseUrl: `http://127.0.0.1:${port}` });
}

const picture = new File(["bytes"], "a.png", { type: "image/png" });
const multipart = "multipart/form-data; boundary=…";

test("a typed body of an operation that takes a form arrives as one, with file names, lists and objects", async () => {
  const { data } = await api().POST("/edits", {
    body: {
      image: picture,
      extra: [picture, new Blob(["b"])],
      prompt: "猫",
      n: 2,
      tags: ["a", "b"],
      options: { hd: true },
    },
  });
  expect(data).toEqual({
    type: multipart,
    fields: [
      ["image", "a.png image/png bytes"],
      ["extra", "a.png image/png bytes"],
      ["extra", "blob application/octet-stream b"],
      ["prompt", "猫"],
      ["n", "2"],
      ["tags", "a"],
      ["tags", "b"],
      ["options", '{"hd":true}'],
    ],
  });
});

test("what is left out is no field", async () => {
  const { data } = await api().POST("/edits", { body: { prompt: "a", mask: undefined, seed: null } });
  expect(data?.fields).toEqual([["prompt", "a"]]);
});

test("long integers keep their digits in a form", async () => {
  const { data } = await api().POST("/edits", { body: { seed: 15218022503948752270n } });
  expect(data?.fields).toEqual([["seed", "15218022503948752270"]]);
});

test("a content type without boundary, as one copies it from documentation, does no harm", async () => {
  const headers = { "Content-Type": "multipart/form-data" };
  const { data } = await api().POST("/edits", { body: { image: picture }, headers });
  expect(data).toEqual({ type: multipart, fields: [["image", "a.png image/png bytes"]] });
});

test("a form that is made already goes as it is", async () => {
  const form = new FormData();
  form.append("image", new Blob(["b"], { type: "image/webp" }), "b.webp");
  const { data } = await api().POST("/edits", { body: form });
  expect(data).toEqual({ type: multipart, fields: [["image", "b.webp image/webp b"]] });
});

test("bytes without a name are refused before a request", async () => {
  await expect(api().POST("/edits", { body: { image: new Uint8Array([1]) } })).rejects.toThrow(
    /field image holds bytes: make a Blob or a File/,
  );
});

test("a file inside of an object is refused", async () => {
  await expect(api().POST("/edits", { body: { more: { image: picture } } })).rejects.toThrow(/field more is an object/);
});

test.each<[string, Fields, Arrived]>([
  ["JSON", { prompt: "a" }, { type: "application/json", text: '{"prompt":"a"}' }],
  [
    "a form where there is a file",
    { image: picture },
    { type: multipart, fields: [["image", "a.png image/png bytes"]] },
  ],
])("what may be JSON or a form goes as %s", async (_name, body, want) => {
  expect((await api().POST("/both", { body })).data).toEqual(want);
});

test("fields go as a form of the documented kind", async () => {
  const { data } = await api().POST("/login", { body: { a: "1 2", tags: ["x", "&"], more: { b: 1 } } });
  expect(data).toEqual({
    type: "application/x-www-form-urlencoded",
    fields: [
      ["a", "1 2"],
      ["tags", "x"],
      ["tags", "&"],
      ["more", '{"b":1}'],
    ],
  });
});

test.each<[string, "/upload" | "/any", () => Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream, string]>([
  ["a file", "/upload", () => picture, "image/png"],
  [
    "a file of another type than is documented",
    "/upload",
    () => new Blob(["bytes"], { type: "image/webp" }),
    "image/webp",
  ],
  ["a blob without a type", "/upload", () => new Blob(["bytes"]), "image/png"],
  ["a view", "/upload", () => new TextEncoder().encode("bytes"), "image/png"],
  ["a buffer", "/any", () => new TextEncoder().encode("bytes").buffer, "application/octet-stream"],
  ["a stream", "/upload", () => new Blob(["bytes"]).stream(), "image/png"],
])("%s goes as bytes, to %s", async (_name, path, body, type) => {
  expect((await api().POST(path, { body: body() })).data).toEqual({ type, text: "bytes" });
});

test("a body that the caller writes is left alone", async () => {
  const { data } = await api().POST("/edits", {
    body: { a: 1 },
    bodySerializer: () => "text",
    headers: { "content-type": "text/plain" },
  });
  expect(data).toEqual({ type: "text/plain", text: "text" });
});
