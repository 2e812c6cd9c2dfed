import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

const require = createRequire(import.meta.url);

/** A CommonJS file that was loaded here, and can be kept as V8 compiled it. */
export interface LoadedFile {
  /** Whether an earlier process had kept it. */
  readonly wasKept: boolean;
  /** Keeps what V8 compiled so far, beside the package, for the next process; does nothing when that was there already. */
  readonly keep: () => void;
}

/**
 * Loads a large CommonJS file with what V8 made of it in an earlier process, so that all who require it later have it; Node 22
 * does so by itself. What is kept lies in `node_modules/.cache/docket`, named after the version of Node and the size and time
 * of the file; V8 refuses what other flags or another V8 made.
 *
 * @see https://nodejs.org/docs/latest-v20.x/api/vm.html#scriptcreatecacheddata
 */
export function loadCached(filename: string): LoadedFile {
  const [around, inside] = split(filename);
  const folder = join(around, "node_modules/.cache/docket");
  const { size, mtimeMs } = statSync(filename);
  const name = inside.replace(/[^A-Za-z0-9]+/g, "-");
  const cachedFile = join(folder, `${name}-${size}-${Math.round(mtimeMs)}-${process.version}-${process.arch}`);
  const cachedData = readIfThere(cachedFile);
  const source = Module.wrap(readFileSync(filename, "utf8"));
  const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  run(script, filename);
  const wasKept = cachedData !== undefined && script.cachedDataRejected === false;
  const keep = (): void => (wasKept ? undefined : writeQuietly(folder, cachedFile, script.createCachedData()));
  return { wasKept, keep };
}

/** The folder that holds the nearest `node_modules`, and the path in that. */
function split(filename: string): readonly [string, string] {
  const at = filename.lastIndexOf("node_modules");
  return at < 0 ? [dirname(filename), filename] : [filename.slice(0, at), filename.slice(at + "node_modules".length)];
}

function run(script: Script, filename: string): void {
  const loaded = new Module(filename);
  loaded.filename = filename;
  loaded.paths = [];
  const wrapper: unknown = script.runInThisContext();
  if (typeof wrapper !== "function") return;
  wrapper.call(loaded.exports, loaded.exports, createRequire(filename), loaded, filename, dirname(filename));
  loaded.loaded = true;
  require.cache[filename] = loaded;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is no cache, and nothing else. */
function writeQuietly(folder: string, path: string, data: Uint8Array): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, data);
    renameSync(`${path}.${process.pid}`, path);
  } catch {}
}
