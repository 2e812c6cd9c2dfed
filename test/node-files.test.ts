import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { nodeFiles } from "../generator/node-files.ts";
import { scratchFolder } from "./support/test-host.ts";

describe("read", () => {
  it("gives the bytes of a regular file", async () => {
    const file = join(scratchFolder(), "a.txt");
    writeFileSync(file, "hello");
    expect(new TextDecoder().decode((await nodeFiles.read(file)) as Uint8Array)).toBe("hello");
  });

  it("D18 says why there are none", async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, "a.txt"), "hello");
    expect(await nodeFiles.read(join(folder, "b.txt"))).toBe("missing");
    expect(await nodeFiles.read(folder)).toBe("not-a-file");
    expect(await nodeFiles.read("/dev/null")).toBe("not-a-file");
    expect(await nodeFiles.read(join(folder, "a.txt"), 3)).toBe("too-large");
    expect(await nodeFiles.read(join(folder, "a.txt", "b"))).toBe("not-a-folder");
  });
});

describe("list", () => {
  it("gives regular files in order, passing over links, dot files and node_modules", async () => {
    const folder = scratchFolder();
    for (const inner of ["b/c", "node_modules/x", ".git"]) mkdirSync(join(folder, inner), { recursive: true });
    for (const file of ["z.txt", "b/c/1.md", "b/2.md", ".hidden", "node_modules/x/y.txt", ".git/config"]) {
      writeFileSync(join(folder, file), "");
    }
    symlinkSync("/etc", join(folder, "etc"));
    expect(await nodeFiles.list(folder)).toEqual(["b/2.md", "b/c/1.md", "z.txt"]);
    expect(await nodeFiles.list(join(folder, "z.txt"))).toBe("not-a-folder");
    expect(await nodeFiles.list(join(folder, "absent"))).toBe("missing");
  });
});

describe("change", () => {
  it("writes and removes, and leaves nothing of its own", async () => {
    const folder = join(scratchFolder(), "out");
    await nodeFiles.change(folder, { write: [{ path: "a/b.txt", bytes: "1" }], remove: [] });
    await nodeFiles.change(folder, { write: [{ path: "c.txt", bytes: "2" }], remove: ["a/b.txt", "never.txt"] });
    expect(readFileSync(join(folder, "c.txt"), "utf8")).toBe("2");
    expect(readdirSync(folder).sort()).toEqual(["a", "c.txt"]);
    expect(readdirSync(join(folder, "a"))).toEqual([]);
  });

  it.each([
    { name: "to write", change: { write: [{ path: "src/a.ts", bytes: "1" }], remove: [] } },
    { name: "to remove", change: { write: [], remove: ["src/kept.txt"] } },
  ])("O6 follows no link $name", async ({ change }) => {
    const folder = scratchFolder();
    const elsewhere = scratchFolder();
    writeFileSync(join(elsewhere, "kept.txt"), "");
    symlinkSync(elsewhere, join(folder, "src"));
    await expect(nodeFiles.change(folder, change)).rejects.toThrow("is a link");
    expect(readdirSync(elsewhere)).toEqual(["kept.txt"]);
    expect(readdirSync(folder)).toEqual(["src"]);
  });

  it.each(["../out.txt", "/etc/passwd", "a/../../b", ""])("refuses to write %j", async (path) => {
    const folder = join(scratchFolder(), "out");
    await expect(nodeFiles.change(folder, { write: [{ path, bytes: "" }], remove: [] })).rejects.toThrow(
      "is not inside",
    );
    await expect(nodeFiles.list(folder)).resolves.toBe("missing");
  });
});
