import { expectTypeOf, test } from "vitest";
import type { CreateClient } from "../../src/client.ts";
import { streaming } from "../../src/streaming.ts";

interface Flux {
  prompt: string;
  image_size?: "square" | "portrait" | (string & {}) | { width: number; height: number };
  num_images?: number;
}
interface Images {
  images: { url: string }[];
  seed: number | bigint;
}
interface Schema {
  endpoints: {
    "acme/paint": { input: Flux; output: Images };
    "acme/redraw": { input: { image_url: string }; output: Images };
  };
  gateways: {
    north: { endpoints: "acme/paint"; protocol: "fal-gateway"; server: true };
    south: { endpoints: "acme/paint" | "acme/redraw"; protocol: "fal-gateway"; server: false };
    home: { endpoints: "acme/paint" | "acme/redraw"; protocol: "fal"; server: true };
  };
}
declare const createClient: CreateClient<Schema>;
const north = createClient({ gateway: "north", credentials: process.env.KEY });
const home = createClient({ gateway: "home" });
const both = createClient({ gateways: [{ gateway: "north" }, { gateway: "south", baseUrl: "https://x.example" }] });
const input = { prompt: "a tiger" };

test("what fits compiles", () => {
  expectTypeOf(north.subscribe("acme/paint", { input })).resolves.toHaveProperty("data").toEqualTypeOf<Images>();
  north.subscribe("acme/paint", { input: { ...input, image_size: "a size nobody documented" } });
  north.subscribe("acme/paint", { input, onQueueUpdate: (update) => [update.status, update.queue_position] });
  both.subscribe("acme/redraw", { input: { image_url: "https://x.example/a.png" } });
  home.queue.cancel("acme/paint", { requestId: "a" });
  home.subscribe("acme/paint", { input, mode: streaming, storageSettings: { expiresIn: "1d", keepPayload: false } });
  expectTypeOf(home.queue.job("acme/paint", "a").result()).resolves.toHaveProperty("data").toEqualTypeOf<Images>();
  home.subscribe("acme/paint", { input, webhookUrl: "https://x.example", cancelOnAbort: true, priority: "low" });
  createClient({ gateway: "north", baseUrl: "https://x.example" });
});

test("inputs that do not fit", () => {
  // @ts-expect-error unknown field
  north.subscribe("acme/paint", { input: { prompt: "a", num_imagez: 1 } });
  // @ts-expect-error wrong type of a field
  north.subscribe("acme/paint", { input: { prompt: "a", num_images: "1" } });
  // @ts-expect-error missing required field
  north.subscribe("acme/paint", { input: { num_images: 1 } });
  // @ts-expect-error the same through the queue
  north.queue.submit("acme/paint", { input: { num_images: 1 } });
});

test("endpoints that are not there", () => {
  // @ts-expect-error unknown endpoint
  north.subscribe("acme/nope", { input });
  // @ts-expect-error an endpoint this gateway does not offer
  north.subscribe("acme/redraw", { input: { image_url: "a" } });
});

test("what the protocol does not have", () => {
  // @ts-expect-error no cancel
  north.queue.cancel("acme/paint", { requestId: "a" });
  // @ts-expect-error not on all of several gateways either
  both.queue.cancel("acme/paint", { requestId: "a" });
  // @ts-expect-error no webhook
  north.subscribe("acme/paint", { input, webhookUrl: "https://x.example" });
  // @ts-expect-error no status stream
  north.subscribe("acme/paint", { input, mode: streaming });
  // @ts-expect-error no remote cancel
  north.subscribe("acme/paint", { input, cancelOnAbort: true });
  // @ts-expect-error no start timeout
  north.subscribe("acme/paint", { input, startTimeout: 30 });
  // @ts-expect-error no storage preference
  north.queue.submit("acme/paint", { input, storageSettings: { expiresIn: "1d" } });
  // @ts-expect-error not on all of several gateways either
  both.subscribe("acme/paint", { input, hint: "runner" });
  // @ts-expect-error no priority
  north.queue.submit("acme/paint", { input, priority: "low" });
});

test("gateways that cannot be reached", () => {
  // @ts-expect-error no document names its server
  createClient({ gateway: "south" });
  // @ts-expect-error nor among several
  createClient({ gateways: [{ gateway: "north" }, { gateway: "south" }] });
  // @ts-expect-error unknown gateway
  createClient({ gateway: "west" });
});
