import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFiles } from "../generator/node-files.ts";
import { compareFolder } from "../generator/output-folder.ts";
import { scratchFolder } from "./support/test-host.ts";

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = scratchFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const lockNaming = (...paths: readonly string[]): string =>
  JSON.stringify({ files: Object.fromEntries(paths.map((path) => [path, "0"])) });

describe("compareFolder", () => {
  it.each([
    { name: "an empty folder", on: {}, changed: [["a.ts", "new"]], stale: [] },
    { name: "the same bytes", on: { "a.ts": "1" }, changed: [], stale: [] },
    { name: "other bytes", on: { "a.ts": "2" }, changed: [["a.ts", "changed"]], stale: [] },
    {
      name: "a file of an earlier generation",
      on: { "a.ts": "1", "src/old.ts": "x", "docket.lock.json": lockNaming("a.ts", "src/old.ts", "src/gone.ts") },
      changed: [],
      stale: ["src/old.ts"],
    },
    { name: "somebody's own file", on: { "a.ts": "1", "NOTES.md": "x" }, changed: [], stale: [] },
    {
      name: "a lock that leads out of the folder",
      on: { "a.ts": "1", "docket.lock.json": lockNaming("../../etc/passwd", "/etc/passwd", "src\\..\\..\\x", "") },
      changed: [],
      stale: [],
    },
  ])("sees $name", async ({ on, changed, stale }) => {
    const found = await compareFolder(nodeFiles, folderWith(on), [{ path: "a.ts", text: "1" }]);
    expect([...found.changed]).toEqual(changed);
    expect(found.stale).toEqual(stale);
  });
});
