import type { Job } from "./queue-interface.ts";
import type { QueueResult, QueueUpdate } from "./queue-update.ts";

type Watch = (signal: AbortSignal) => AsyncGenerator<QueueUpdate, QueueResult<unknown>>;

/** A job whose iterators and results share one loop: it starts with the first of them and ends when the last one leaves. */
export function createJob(
  facts: Pick<Job<unknown>, "requestId" | "endpointId" | "gateway">,
  watch: Watch,
): Job<unknown> {
  const listeners = new Set<(update: QueueUpdate) => void>();
  let loop: Promise<QueueResult<unknown>> | undefined;
  let stop = new AbortController();
  let latest: QueueUpdate | undefined;
  let holders = 0;

  const drive = async (): Promise<QueueResult<unknown>> => {
    const updates = watch(stop.signal);
    for (;;) {
      const { done, value } = await updates.next();
      if (done) return value;
      latest = value;
      for (const listener of listeners) listener(value);
    }
  };
  const join = (): Promise<QueueResult<unknown>> => {
    holders += 1;
    // A wait that failed may be tried again; a result stays.
    loop ??= drive().catch((error) => {
      loop = undefined;
      throw error;
    });
    return loop;
  };
  const leave = (): void => {
    holders -= 1;
    if (holders) return;
    stop.abort();
    stop = new AbortController();
  };
  const hub: Hub = { listeners, join, leave, latest: () => latest };
  return { ...facts, result: () => join(), [Symbol.asyncIterator]: () => iterate(hub) };
}

interface Hub {
  readonly listeners: Set<(update: QueueUpdate) => void>;
  /** The update that newcomers have missed. */
  latest(): QueueUpdate | undefined;
  join(): Promise<unknown>;
  leave(): void;
}

/** Yields what the shared loop reports until it ends; what a slow reader missed meanwhile comes after. */
async function* iterate({ listeners, latest, join, leave }: Hub): AsyncGenerator<QueueUpdate, void> {
  const missed = latest();
  const news = missed ? [missed] : [];
  let wake = (): void => {};
  const listen = (update: QueueUpdate): void => {
    news.push(update);
    wake();
  };
  listeners.add(listen);
  const end = join().then(() => "end" as const);
  end.catch(() => {});
  try {
    for (;;) {
      const next = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (!news.length && (await Promise.race([next, end])) === "end" && !news.length) return;
      yield* news.splice(0);
    }
  } finally {
    listeners.delete(listen);
    leave();
  }
}
