import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CodeEmitter } from "./host.ts";
import type { EmittedFiles, Plan } from "./plan.ts";

/** A plan on its way to the thread, its document as JSON. */
export interface PlanMessage {
  readonly plan: Omit<Plan, "document">;
  readonly document: string;
}

/**
 * Starts a thread that loads TypeScript, ts-morph and openapi-typescript while the caller still reads documents, and emits
 * when it has the plan. Undefined where it would not help: on one core, or in the repository, whose sources are not built.
 */
export function startEmitThread(): CodeEmitter | undefined {
  const file = new URL("./emit-worker.js", import.meta.url);
  if (import.meta.url.endsWith(".ts") || availableParallelism() < 2) return undefined;
  const worker = new Worker(file);
  const answer: Promise<EmittedFiles> = once(worker, "message").then(([emitted]) => emitted);
  // Whoever closes without asking has no use for the answer, nor for the error that stands in its place.
  answer.catch(() => {});
  return {
    emit: ({ document, ...plan }) => {
      // As text, it is copied in a third of the time, and takes a tenth of the memory there.
      worker.postMessage({ plan, document: JSON.stringify(document) } satisfies PlanMessage);
      return answer;
    },
    // Its memory is given back while this thread writes files.
    close: () => void worker.terminate(),
  };
}
