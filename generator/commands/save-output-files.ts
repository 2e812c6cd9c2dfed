import { resolve } from "node:path";
import type { Host } from "../host.ts";
import { quote, safe } from "../terminal-text.ts";
import { downloadFile } from "./download-file.ts";
import { findOutputFiles } from "./find-output-files.ts";

/** Where a job's files come from and go to. */
export interface SaveOptions {
  readonly endpointId: string;
  readonly requestId: string;
  /** Folder to save in, relative to `host.cwd`. */
  readonly folder: string;
  /** Origin of the gateway. */
  readonly home: string;
}

/** What became of the files in an output. */
export interface SavedFiles {
  /** Paths as the caller would write them, in output order. */
  readonly paths: readonly string[];
  /** One sentence per file that was not saved. */
  readonly problems: readonly string[];
}

/** Fetches the files of an output and saves them under names of our own making. */
export async function saveOutputFiles(output: unknown, options: SaveOptions, host: Host): Promise<SavedFiles> {
  const paths: string[] = [];
  const problems: string[] = [];
  for (const [index, url] of findOutputFiles(output).slice(0, mostFiles).entries()) {
    const signal = AbortSignal.any([host.interrupted, AbortSignal.timeout(120_000)]);
    const file = await downloadFile(url, { home: options.home, bytes: mostBytes, signal });
    const name = typeof file === "string" ? "" : `${baseName(options)}-${index + 1}${file.extension}`;
    const problem = typeof file === "string" ? file : await write(host, options.folder, name, file.bytes);
    if (problem === undefined) paths.push(`${options.folder}/${name}`);
    else problems.push(`${quote(shownUrl(url))} was not saved: ${safe(problem)}`);
  }
  return { paths, problems };
}

// A full disk or a folder that is not ours must not hide the request id of a job that was paid for.
async function write(host: Host, folder: string, name: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    await host.files.change(resolve(host.cwd, folder), { write: [{ path: name, bytes }], remove: [] });
    return undefined;
  } catch (error) {
    return `it could not be written to ${quote(folder)} (${error instanceof Error ? error.message : "unknown reason"})`;
  }
}

// Models make a few files; an answer must not fill the disk.
const mostFiles = 64;
const mostBytes = 512 * 2 ** 20;

// Nothing of the server's file names is used: they may hold anything.
function baseName({ endpointId, requestId }: SaveOptions): string {
  const words = `${endpointId}-${requestId.slice(0, 8)}`.replace(/[^A-Za-z0-9]+/g, "-");
  return words.replace(/^-|-$/g, "").slice(0, 100);
}

// A data URI holds the file itself, and the query of a link may hold a signature.
function shownUrl(url: string): string {
  return url.startsWith("data:") ? `${url.slice(0, 30)}…` : (url.split(/[?#]/)[0] ?? "");
}
