import { expectTypeOf, test } from "vitest";
import type { CreateApi } from "../../src/api.ts";

interface NoParameters {
  query?: never;
  header?: never;
  path?: never;
  cookie?: never;
}
interface Failure {
  headers: { [name: string]: unknown };
  content: { "application/json": { error: string } };
}
interface Answer<Content> {
  headers: { [name: string]: unknown };
  content: Content;
}
interface Edit {
  image: Blob | Blob[];
  mask?: Blob;
  prompt: string;
  n?: number;
}

interface Paths {
  "/v1/images/edits": {
    parameters: NoParameters;
    get?: never;
    post: {
      parameters: NoParameters;
      requestBody: { content: { "multipart/form-data": Edit } };
      responses: { 200: Answer<{ "application/json": { url: string } }>; default: Failure };
    };
  };
  "/v1/audio/speech": {
    parameters: NoParameters;
    post: {
      parameters: NoParameters;
      requestBody: { content: { "application/json": { input: string } } };
      responses: { 200: Answer<{ "audio/mpeg": Blob; "text/event-stream": { delta: string } }>; default: Failure };
    };
  };
  "/v1/files/{id}": {
    parameters: NoParameters;
    get: {
      parameters: { query?: { part?: number }; header?: never; path: { id: string }; cookie?: never };
      requestBody?: never;
      responses: { 200: Answer<{ "application/octet-stream": Blob }>; 404: Failure };
    };
    put: {
      parameters: { query?: never; header?: never; path: { id: string }; cookie?: never };
      requestBody?: { content: { "application/octet-stream": Blob } };
      responses: { 204: { headers: { [name: string]: unknown }; content?: never }; default: Failure };
    };
  };
  "/v1/log": {
    parameters: NoParameters;
    get: {
      parameters: NoParameters;
      responses: {
        200: Answer<{ "application/x-ndjson": { line: number }; "text/csv": string }>;
        default: Failure;
      };
    };
  };
  "/v1/old": {
    parameters: NoParameters;
    get: { parameters: NoParameters; responses: { default: Answer<{ "application/json": { old: true } }> } };
  };
}
interface Gateways {
  north: { endpoints: never; protocol: "fal-gateway"; server: true };
}
declare const createApi: CreateApi<Paths, Gateways>;
const api = createApi({ gateway: "north", credentials: process.env.KEY });
const image = new File(["bytes"], "a.png", { type: "image/png" });
const path = { id: "a" };

test("forms take files, blobs, lists of them, and a form that is made already", () => {
  api.POST("/v1/images/edits", { body: { image, prompt: "a" } });
  api.POST("/v1/images/edits", { body: { image: [new Blob([]), image], mask: new Blob([]), prompt: "a", n: 1 } });
  api.POST("/v1/images/edits", { body: new FormData() });
  api.POST("/v1/images/edits", { body: { image, prompt: "a" }, bodySerializer: ({ prompt }) => prompt });
});

test("forms that do not fit", () => {
  // @ts-expect-error a path is no file
  api.POST("/v1/images/edits", { body: { image: "a.png", prompt: "a" } });
  // @ts-expect-error bytes are no file: they need a name, or a Blob around them
  api.POST("/v1/images/edits", { body: { image: new Uint8Array(), prompt: "a" } });
  // @ts-expect-error missing required field
  api.POST("/v1/images/edits", { body: { image } });
  // @ts-expect-error unknown field
  api.POST("/v1/images/edits", { body: { image, prompt: "a", promt: "b" } });
  // @ts-expect-error a form is no body of JSON
  api.POST("/v1/audio/speech", { body: new FormData() });
  // @ts-expect-error missing body
  api.POST("/v1/images/edits");
});

test("bodies of bytes take any bytes, and nothing else", () => {
  api.PUT("/v1/files/{id}", { params: { path }, body: new Uint8Array() });
  api.PUT("/v1/files/{id}", { params: { path }, body: new Blob([]).stream() });
  api.PUT("/v1/files/{id}", { params: { path } });
  // @ts-expect-error text is no bytes
  api.PUT("/v1/files/{id}", { params: { path }, body: "text" });
  // @ts-expect-error nor is an object
  api.PUT("/v1/files/{id}", { params: { path }, body: { a: 1 } });
});

test("answers are typed as they arrive", async () => {
  const speech = await api.POST("/v1/audio/speech", { body: { input: "a" } });
  expectTypeOf(speech.data).toEqualTypeOf<Blob | undefined>();
  if (speech.error) expectTypeOf(speech.error).toEqualTypeOf<{ error: string }>();
  else expectTypeOf(speech.data).toEqualTypeOf<Blob>();
  const stream = await api.POST("/v1/audio/speech", { body: { input: "a" }, parseAs: "stream" });
  expectTypeOf(stream.data).toEqualTypeOf<ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined>();
  const bytes = await api.GET("/v1/files/{id}", { params: { path }, parseAs: "arrayBuffer" });
  expectTypeOf(bytes.data).toEqualTypeOf<ArrayBuffer | undefined>();
  expectTypeOf((await api.GET("/v1/log")).data).toEqualTypeOf<string | undefined>();
  expectTypeOf((await api.PUT("/v1/files/{id}", { params: { path } })).data).toEqualTypeOf<undefined>();
  expectTypeOf((await api.GET("/v1/old")).data).toEqualTypeOf<{ old: true } | undefined>();
  expectTypeOf((await api.request("get", "/v1/old")).data).toEqualTypeOf<{ old: true } | undefined>();
  // @ts-expect-error nobody reads a body so
  await api.GET("/v1/log", { parseAs: "xml" });
});

test("calls that do not fit", () => {
  // @ts-expect-error unknown path
  api.GET("/v1/nope");
  // @ts-expect-error a path that has no such method
  api.GET("/v1/images/edits");
  // @ts-expect-error missing parameter of the path
  api.GET("/v1/files/{id}");
  // @ts-expect-error wrong type of a parameter
  api.GET("/v1/files/{id}", { params: { path, query: { part: "1" } } });
  // @ts-expect-error unknown parameter
  api.GET("/v1/files/{id}", { params: { path, query: { page: 1 } } });
  // @ts-expect-error misspelt option
  api.GET("/v1/files/{id}", { params: { path }, parsAs: "blob" });
  // @ts-expect-error no operation of this method takes a body here
  api.GET("/v1/files/{id}", { params: { path }, body: {} });
});
