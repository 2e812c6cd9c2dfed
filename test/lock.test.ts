import { describe, expect, it } from "vitest";
import { isLockOf, lockFor, parseLock, printLock, sha256 } from "../generator/lock.ts";
import type { Project } from "../generator/project.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function projectWith(pages: Readonly<Record<string, string>>, version = "0.1.0"): Project {
  return {
    config: { package: "x", version, output: "generated", gateways: [], overlays: [] },
    pages: Object.entries(pages).map(([path, text]) => ({ path, gateway: "a", bytes: bytes(text) })),
    overlays: [{ path: "o.yaml", bytes: bytes("overlay: 1.0.0") }],
  };
}

const project = projectWith({ "a.md": "one", "b.md": "two" });
const source = { file: "a.md", gateway: "a", format: "apifox-page", hash: "", operations: ["POST /a"] } as const;
const lock = lockFor(project, "1.2.3", "1 warning", [source], [{ path: "src/index.ts", text: "export {};\n" }]);

describe("a lock", () => {
  it("names every input, what it became, and every output", () => {
    expect(lock).toMatchObject({
      docket: "1.2.3",
      documents: {
        "a.md": { hash: sha256("one"), became: ["POST /a"] },
        "b.md": { hash: sha256("two"), became: [] },
        "o.yaml": { hash: sha256("overlay: 1.0.0"), became: [] },
      },
      files: { "src/index.ts": sha256("export {};\n") },
    });
  });

  it("survives its file", () => {
    expect(parseLock(printLock(lock))).toEqual(lock);
  });

  it.each(["", "nonsense", "[]", "null", '{"documents": 7, "files": []}', '{"documents":{"a.md":null}}'])(
    "read from %j is empty, and no lock of anything",
    (text) => {
      expect(isLockOf(parseLock(text), project, "1.2.3")).toBe(false);
    },
  );

  it("keeps __proto__ a path like any other", () => {
    const odd = projectWith({ ["__proto__"]: "one" });
    const again = parseLock(printLock(lockFor(odd, "1", "", [], [])));
    expect(isLockOf(again, odd, "1")).toBe(true);
    expect(Object.keys(again.documents)).toEqual(["__proto__", "o.yaml"]);
  });
});

describe("isLockOf", () => {
  it.each([
    { name: "the same inputs", given: project, docket: "1.2.3", want: true },
    { name: "another docket", given: project, docket: "1.2.4", want: false },
    { name: "a changed page", given: projectWith({ "a.md": "One", "b.md": "two" }), docket: "1.2.3", want: false },
    {
      name: "a page more",
      given: projectWith({ "a.md": "one", "b.md": "two", "c.md": "" }),
      docket: "1.2.3",
      want: false,
    },
    { name: "a page less", given: projectWith({ "a.md": "one" }), docket: "1.2.3", want: false },
    { name: "a renamed page", given: projectWith({ "a.md": "one", "c.md": "two" }), docket: "1.2.3", want: false },
    {
      name: "another configuration",
      given: projectWith({ "a.md": "one", "b.md": "two" }, "9.0.0"),
      docket: "1.2.3",
      want: false,
    },
  ])("is $want for $name", ({ given, docket, want }) => {
    expect(isLockOf(lock, given, docket)).toBe(want);
  });
});
