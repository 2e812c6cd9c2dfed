import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Report } from "./jobs/measure.ts";

// JOBS=10000 JOB_MS=30000 RATE=400 npm run bench:jobs
const settings = { JOBS: "10000", JOB_MS: "30000", RATE: "400", LIMIT_S: "240", ...process.env };

interface Work {
  readonly jobs: number;
  readonly requests: number;
  /** Requests in its busiest second. */
  readonly busiest: number;
}

/** Runs a client against a fresh gateway, each in a process of its own. */
async function run(client: string): Promise<object> {
  const gateway = start("gateway", {});
  const { address } = await answer<{ address: string }>(gateway);
  const report = await answer<Report>(start(client, { GATEWAY: address }));
  gateway.send("report");
  const { jobs, requests, busiest } = await answer<Work>(gateway);
  gateway.send("stop");
  return {
    done: report.done,
    failed: report.failed,
    unfinished: Number(settings.JOBS) - report.done - report.failed,
    "jobs at the gateway": jobs - 1,
    "requests per job": (requests / jobs).toFixed(1),
    "busiest second": busiest,
    "kB per job": (report.memoryPerJob / 1024).toFixed(1),
    "CPU ms per job": report.cpuPerJob.toFixed(2),
    seconds: report.seconds.toFixed(0),
  };
}

function start(program: string, more: { readonly [name: string]: string }): ChildProcess {
  const path = fileURLToPath(new URL(`./jobs/${program}.ts`, import.meta.url));
  return fork(path, { execArgv: ["--import", "tsx", "--expose-gc"], env: { ...settings, ...more } });
}

async function answer<T>(child: ChildProcess): Promise<T> {
  const [message] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => Promise.reject(new Error("The process ended."))),
  ]);
  return message;
}

const table = { "@docket/runtime": await run("docket"), "@fal-ai/client 1.10.1": await run("fal-client") };
// biome-ignore lint/suspicious/noConsole: this is what the program is for.
console.table(table);
