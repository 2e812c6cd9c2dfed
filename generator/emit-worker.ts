import { parentPort } from "node:worker_threads";
import { emitCode } from "./emit/emit-code.ts";
import { loadLazyModules } from "./emit/lazy-module.ts";
import { warmUpPlan } from "./warm-up-plan.ts";

// The other end of emit-thread.ts: one plan comes in, its files go out. Until it comes, the compilers load, and what they
// consist of is compiled: V8 does so when a function is called first, and this thread has nothing else to do.

parentPort?.once("message", (plan) => parentPort?.postMessage(emitCode(plan)));
loadLazyModules();
emitCode(warmUpPlan);
