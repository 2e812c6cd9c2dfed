import { expectTypeOf, test } from "vitest";
import type {
  CancellableQueue,
  Cancellation,
  Client,
  CreateClient,
  EndpointOf,
  InputOf,
  OutputOf,
  ProtocolOf,
  QueuedJob,
  QueueLog,
  QueueResult,
  QueueUpdate,
} from "../../src/index.ts";
import { streaming } from "../../src/streaming.ts";

interface Paint {
  prompt: string;
  sizes?: readonly string[];
}
interface Images {
  images: { url: string }[];
}
interface Schema {
  endpoints: {
    "acme/paint": { input: Paint; output: Images };
    "acme/sing": { input: { text: string }; output: { audio: { url: string } } };
  };
  gateways: {
    north: { endpoints: "acme/paint"; protocol: "fal-gateway"; server: true };
    home: { endpoints: "acme/paint" | "acme/sing"; protocol: "fal"; server: true };
  };
}
declare const createClient: CreateClient<Schema>;
const north = createClient({ gateway: "north" });
const home = createClient({ gateway: "home" });
const input = { prompt: "a tiger" };

test("a schema says what each gateway offers, and what goes in and out", () => {
  expectTypeOf<EndpointOf<Schema, "north">>().toEqualTypeOf<"acme/paint">();
  expectTypeOf<EndpointOf<Schema, "north" | "home">>().toEqualTypeOf<"acme/paint" | "acme/sing">();
  expectTypeOf<ProtocolOf<Schema, "home">>().toEqualTypeOf<"fal">();
  expectTypeOf<InputOf<Schema, "acme/paint">>().toEqualTypeOf<Paint>();
  expectTypeOf<OutputOf<Schema, "acme/sing">>().toEqualTypeOf<{ audio: { url: string } }>();
  expectTypeOf(north).toEqualTypeOf<Client<Schema, "north">>();
  expectTypeOf(home.queue).toExtend<CancellableQueue<Schema, "home">>();
  // @ts-expect-error an id that no schema has
  expectTypeOf<InputOf<Schema, "acme/nope">>().toBeNever();
});

test("submit gives plain data to store", async () => {
  const job = await north.queue.submit("acme/paint", { input });
  expectTypeOf(job).toEqualTypeOf<QueuedJob>();
  expectTypeOf(job.queue_position).toEqualTypeOf<number | undefined>();
  // @ts-expect-error it is read only
  job.request_id = "another";
  // @ts-expect-error the result is not in it
  job.data;
  // @ts-expect-error input is required
  north.queue.submit("acme/paint", {});
  // @ts-expect-error and so are the options
  north.queue.submit("acme/paint");
});

test("status says where a job stands", async () => {
  const update = await north.queue.status("acme/paint", { requestId: "job-1", logs: true });
  expectTypeOf(update).toEqualTypeOf<QueueUpdate>();
  expectTypeOf(update.status).toEqualTypeOf<"IN_QUEUE" | "IN_PROGRESS" | "COMPLETED" | "UNKNOWN">();
  expectTypeOf(update.logs).toEqualTypeOf<readonly QueueLog[]>();
  // @ts-expect-error a word of no protocol
  update.status === "DONE";
  // @ts-expect-error which job?
  north.queue.status("acme/paint", {});
  // @ts-expect-error request ids are strings
  north.queue.status("acme/paint", { requestId: 7 });
  // @ts-expect-error a misspelt option
  north.queue.status("acme/paint", { requestId: "a", log: true });
});

test("results have the type of their endpoint", async () => {
  const painted = await home.queue.result("acme/paint", { requestId: "a", gateway: "home" });
  expectTypeOf(painted).toEqualTypeOf<QueueResult<Images>>();
  const sung = await home.subscribe("acme/sing", { input: { text: "la" } });
  expectTypeOf(sung.data.audio.url).toBeString();
  expectTypeOf(sung.requestId).toBeString();
  // @ts-expect-error another endpoint's output
  sung.data.images;
  // @ts-expect-error a result cannot be fetched with logs
  home.queue.result("acme/paint", { requestId: "a", logs: true });
});

test("a job is iterated for its updates and awaited for its result", async () => {
  const job = north.queue.job("acme/paint", "job-1", { pollInterval: 500 });
  for await (const update of job) expectTypeOf(update).toEqualTypeOf<QueueUpdate>();
  expectTypeOf(await job.result()).toEqualTypeOf<QueueResult<Images>>();
  expectTypeOf(job.requestId).toBeString();
  // @ts-expect-error it is no promise itself
  job.then;
  // @ts-expect-error the id comes second
  north.queue.job("acme/paint", { requestId: "job-1" });
  // @ts-expect-error no stream at this gateway
  north.queue.job("acme/paint", "job-1", { mode: streaming });
  home.queue.job("acme/paint", "job-1", { mode: streaming, cancelOnAbort: true });
});

test("cancel has four outcomes, where there is one", async () => {
  const { status } = await home.queue.cancel("acme/paint", { requestId: "a" });
  expectTypeOf(status).toEqualTypeOf<Cancellation["status"]>();
  // @ts-expect-error none of the four
  status === "CANCELLED";
});

test("callbacks and options", () => {
  const { signal } = new AbortController();
  north.subscribe("acme/paint", { input, abortSignal: signal, timeout: 1000, pollInterval: 500, logs: true });
  north.subscribe("acme/paint", { input, abortSignal: undefined });
  north.subscribe("acme/paint", {
    input,
    onEnqueue: (requestId, { gateway }) => expectTypeOf([requestId, gateway]).toEqualTypeOf<string[]>(),
  });
  // @ts-expect-error a controller is no signal
  north.subscribe("acme/paint", { input, abortSignal: new AbortController() });
  // @ts-expect-error milliseconds, not text
  north.subscribe("acme/paint", { input, timeout: "1s" });
  // @ts-expect-error undefined is not a number of milliseconds
  north.subscribe("acme/paint", { input, timeout: undefined });
  // @ts-expect-error an update has no such field
  north.subscribe("acme/paint", { input, onQueueUpdate: (update) => update.progress });
  // @ts-expect-error a priority of nobody
  home.subscribe("acme/paint", { input, priority: "high" });
  // @ts-expect-error a time of nobody
  home.subscribe("acme/paint", { input, storageSettings: { expiresIn: "2d" } });
});

test("inputs may be read only, and deeply", () => {
  const frozen = { prompt: "a", sizes: ["s", "m"] } as const;
  north.subscribe("acme/paint", { input: frozen });
  const options: { readonly input: Readonly<Paint> } = { input: Object.freeze({ prompt: "a" }) };
  north.subscribe("acme/paint", options);
});

test("an endpoint id is one of those that are known", () => {
  const id: string = "acme/paint";
  // @ts-expect-error any text will not do
  north.subscribe(id, { input });
  const either: "acme/paint" | "acme/sing" = home ? "acme/paint" : "acme/sing";
  expectTypeOf(home.queue.status(either, { requestId: "a" })).resolves.toEqualTypeOf<QueueUpdate>();
  // @ts-expect-error not offered here
  north.queue.status("acme/sing", { requestId: "a" });
  // @ts-expect-error with a slash too many
  north.queue.submit("/acme/paint", { input });
});

test("clients are made of what the options name", () => {
  createClient({ gateway: "north", credentials: () => Promise.resolve("key"), requestsPerSecond: 5, defaults: "send" });
  createClient({ gateway: "north", credentials: undefined, proseChecks: "off", fetch: async () => new Response() });
  // @ts-expect-error a key is text
  createClient({ gateway: "north", credentials: 7 });
  // @ts-expect-error the old client's name of it
  createClient({ gateway: "north", credential: "key" });
  // @ts-expect-error no such policy
  createClient({ gateway: "north", proseChecks: "ignore" });
  // @ts-expect-error a `fetch` gets one Request
  createClient({ gateway: "north", fetch: (url: string) => Promise.resolve(new Response(url)) });
  // @ts-expect-error one or several, but something
  createClient({ credentials: "key" });
});
