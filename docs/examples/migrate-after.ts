import { createClient, DocketError } from "@docket/fal";

const fal = createClient({ gateway: "anyapi", credentials: () => process.env.ANYAPI_KEY });

/** Paints a tiger and returns the address of the picture. */
export async function paintTiger(): Promise<string | undefined> {
  try {
    const { data } = await fal.subscribe("fal-ai/flux-1/dev", {
      input: { prompt: "a single tiger eye, direct frontal view" },
      logs: true,
      onEnqueue: (requestId) => console.log(`queued as ${requestId}`),
      onQueueUpdate: (update) => {
        if (update.status === "IN_QUEUE") console.log(`${update.queue_position} ahead`);
        if (update.status === "IN_PROGRESS") for (const { message } of update.logs) console.log(message);
      },
      abortSignal: AbortSignal.timeout(120_000),
    });
    return data.images[0]?.url;
  } catch (error) {
    // With the request id a job that was paid for can be collected later: fal.queue.result(…, { requestId }).
    if (error instanceof DocketError) console.error(error.name, error.status, error.requestId, error.body);
    throw error;
  }
}
