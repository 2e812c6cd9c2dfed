import { setFlagsFromString } from "node:v8";
import { runCli } from "./cli.ts";
import { nodeHost } from "./node-host.ts";

tuneCompiler();
process.exitCode = await runCli(process.argv.slice(2), nodeHost());

/**
 * Node 20 knows nothing between interpreting and optimizing, and a short command ends before its optimized code has paid
 * for itself. Simple machine code first, optimizing later, takes a third less CPU time; Node 22 does so by itself.
 */
function tuneCompiler(): void {
  if (!process.version.startsWith("v20.")) return;
  setFlagsFromString("--sparkplug");
  setFlagsFromString("--interrupt-budget=1500000");
  // Syntax trees live as long as the command: a larger nursery copies them once less.
  setFlagsFromString("--min-semi-space-size=16");
}
