import { startEmitThread } from "./emit-thread.ts";
import type { Host } from "./host.ts";
import { nodeFiles } from "./node-files.ts";

/** The host of a real terminal; `interrupted` aborts at the first Ctrl-C, the second one ends the process. */
export function nodeHost(): Host {
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  process.once("SIGTERM", () => interrupt.abort());
  return {
    cwd: process.cwd(),
    env: process.env,
    files: nodeFiles,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colour: wantsColour(process.env, process.stdout.isTTY && process.stderr.isTTY),
    interactive: process.stderr.isTTY === true && process.env.TERM !== "dumb",
    now: () => performance.now(),
    interrupted: interrupt.signal,
    startEmitter: startEmitThread,
  };
}

/** Colour only on a terminal, unless `FORCE_COLOR` or `NO_COLOR` say otherwise; see https://no-color.org. */
export function wantsColour(env: Host["env"], terminal: boolean | undefined): boolean {
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0";
  return terminal === true && env.TERM !== "dumb";
}
