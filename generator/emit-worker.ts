import { parentPort } from "node:worker_threads";
import { emitCode } from "./emit/emit-package.ts";
import { loadLazyModules } from "./emit/lazy-module.ts";

// The other end of emit-thread.ts: one plan comes in, its files go out. Until it comes, compilers load.

parentPort?.once("message", (plan) => parentPort?.postMessage(emitCode(plan)));
loadLazyModules();
