import { runCli } from "./cli.ts";
import { nodeHost } from "./node-host.ts";

process.exitCode = await runCli(process.argv.slice(2), nodeHost());
