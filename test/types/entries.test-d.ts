import { expectTypeOf, test } from "vitest";
import { createProxy } from "../../src/proxy.ts";
import { upload } from "../../src/upload.ts";
import { createWebhookVerifier, type WebhookEvent } from "../../src/webhook.ts";

interface Images {
  images: { url: string }[];
}

test("upload takes bytes and gives an address", () => {
  expectTypeOf(upload(new Blob([]))).resolves.toBeString();
  expectTypeOf(upload(new Uint8Array(4), { maxBytes: 100 })).resolves.toBeString();
  upload(new ArrayBuffer(4));
  // @ts-expect-error a path is no file
  upload("cat.png");
  // @ts-expect-error a misspelt option
  upload(new Blob([]), { maxByte: 100 });
});

test("a proxy is a handler of requests", () => {
  const handle = createProxy({ server: "https://gw.example", credentials: "key", endpoints: ["acme/paint"] });
  expectTypeOf(handle).toEqualTypeOf<(request: Request) => Promise<Response>>();
  createProxy({
    server: "https://gw.example",
    auth: "key",
    credentials: () => undefined,
    endpoints: [],
    authorize: async (request) => request.headers.has("cookie"),
  });
  // @ts-expect-error which endpoints may be used must be said
  createProxy({ server: "https://gw.example", credentials: "key" });
  // @ts-expect-error and so must the key, even where it is undefined
  createProxy({ server: "https://gw.example", endpoints: [] });
  // @ts-expect-error a scheme of nobody
  createProxy({ server: "https://gw.example", credentials: "key", endpoints: [], auth: "basic" });
});

test("a webhook is unknown until its caller says what it is", () => {
  const verify = createWebhookVerifier({ userId: "me", tolerance: 60 });
  const request = new Request("https://me.example/hook");
  expectTypeOf(verify(request)).resolves.toEqualTypeOf<WebhookEvent>();
  expectTypeOf(verify<Images>(request)).resolves.toEqualTypeOf<WebhookEvent<Images>>();
  verify(request).then(({ payload, status }) => {
    // @ts-expect-error nobody said what is in it
    payload.images;
    // @ts-expect-error OK or ERROR
    status === "COMPLETED";
  });
  // @ts-expect-error the request itself, unread: its bytes are signed
  verify({ body: "{}" });
  // @ts-expect-error seconds
  createWebhookVerifier({ tolerance: "5m" });
});
