import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort, receiveMessageOnPort } from "node:worker_threads";
import { emitCode } from "./emit/emit-code.ts";
import { type LoadedFile, loadCached } from "./emit/load-cached.ts";
import type { PlanMessage } from "./emit-thread.ts";
import { loadLazyModules } from "./lazy-module.ts";
import { warmUpPlan } from "./warm-up-plan.ts";

// The other end of emit-thread.ts: one plan comes in, its files go out. Until it comes, the compilers load, and what they
// consist of is compiled: V8 does so when a function is called first, and this thread has nothing else to do.

const compilers = loadCompilers();
loadLazyModules();
// What is called again and again, V8 compiles better; but a plan that has come does not wait for that.
for (let time = 0; time < 5 && !answerWaiting(); time++) emitCode(warmUpPlan);
parentPort?.once("message", answer);

/** Emits a plan that came while this thread was busy; false when none had come. */
function answerWaiting(): boolean {
  const waiting = parentPort === null ? undefined : receiveMessageOnPort(parentPort);
  if (waiting !== undefined) answer(waiting.message);
  return waiting !== undefined;
}

function answer({ plan, document }: PlanMessage): void {
  const emitted = emitCode({ ...plan, document: JSON.parse(document) });
  for (const compiler of compilers) compiler.keep();
  parentPort?.postMessage(emitted);
}

/** TypeScript and the TypeScript of ts-morph, nine megabytes each, as V8 compiled them the last time. */
function loadCompilers(): readonly LoadedFile[] {
  // Node 22 keeps what it compiled by itself.
  if ("enableCompileCache" in Module && typeof Module.enableCompileCache === "function") {
    Module.enableCompileCache();
    return [];
  }
  const require = createRequire(import.meta.url);
  const common = createRequire(require.resolve("ts-morph")).resolve("@ts-morph/common");
  return [require.resolve("typescript"), join(dirname(common), "typescript.js")].map(loadCached);
}
