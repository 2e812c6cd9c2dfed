import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadCached } from "../../generator/emit/load-cached.ts";

const require = createRequire(import.meta.url);
let folder = "";
let file = "";
let cache = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "docket-cached-"));
  file = join(folder, "node_modules/pkg/lib.js");
  cache = join(folder, "node_modules/.cache/docket");
  mkdirSync(join(folder, "node_modules/pkg"), { recursive: true });
  writeFileSync(join(folder, "node_modules/pkg/other.js"), "module.exports = 2;\n");
  writeFileSync(file, "exports.sum = (a) => a + require('./other.js');\nexports.where = __filename;\n");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cached = (): readonly string[] => readdirSync(cache).map((name) => join(cache, name));

describe("loadCached", () => {
  it("loads a file for all who require it, with what it requires itself", () => {
    loadCached(file);
    expect(require(file)).toMatchObject({ where: file });
    expect(require(file).sum(1)).toBe(3);
  });

  it("keeps what was compiled, and takes it the next time", () => {
    const first = loadCached(file);
    expect(first.wasKept).toBe(false);
    first.keep();
    const second = loadCached(file);
    expect(second.wasKept).toBe(true);
    const [{ mtimeMs } = { mtimeMs: 0 }] = cached().map((path) => statSync(path));
    second.keep();
    expect(cached().map((path) => statSync(path).mtimeMs)).toEqual([mtimeMs]);
  });

  it("does not take what another text was compiled to", () => {
    loadCached(file).keep();
    writeFileSync(file, "exports.sum = () => 'another text';\n");
    expect(loadCached(file).wasKept).toBe(false);
    expect(require(file).sum()).toBe("another text");
  });

  it("loads all the same when what was kept is broken", () => {
    loadCached(file).keep();
    for (const path of cached()) writeFileSync(path, "no code");
    // Another text of that length and time: V8 remembers the first one in this process, whatever the file says.
    const { atime, mtime, size } = statSync(file);
    writeFileSync(file, "exports.sum = () => 'loaded';".padEnd(size));
    utimesSync(file, atime, mtime);
    expect(loadCached(file).wasKept).toBe(false);
    expect(require(file).sum()).toBe("loaded");
  });

  it("loads all the same where nothing can be written", () => {
    writeFileSync(join(folder, "node_modules/.cache"), "a file, where a folder should be");
    const loaded = loadCached(file);
    loaded.keep();
    expect(loaded.wasKept).toBe(false);
    expect(require(file).sum(1)).toBe(3);
  });
});
