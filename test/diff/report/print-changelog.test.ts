import { describe, expect, it } from "vitest";
import { compareDocuments } from "../../../generator/diff/compare-documents.ts";
import { printChangelog } from "../../../generator/diff/report/print-changelog.ts";
import { documentWith } from "../document-of.ts";

const object = (names: readonly string[]) => ({
  type: "object" as const,
  properties: Object.fromEntries(names.map((name) => [name, {}])),
});
const found = compareDocuments(documentWith(undefined, object(["url"])), documentWith(undefined, object(["link"])));

const section = `## 0.2.0

### Breaking

- url in the response 200 of POST /call is gone (wire, source)

### New and changed

- link in the response 200 of POST /call is new
`;

describe("printChangelog", () => {
  it("begins with the newest version", () => {
    expect(printChangelog("", "0.2.0", found)).toBe(`# Changelog\n\n${section}`);
    expect(printChangelog("# Changelog\n\n## 0.1.0\n\n- first\n", "0.2.0", found)).toBe(
      `# Changelog\n\n${section}\n## 0.1.0\n\n- first\n`,
    );
  });

  it("gives the same bytes when it is made again", () => {
    const once = printChangelog("# Changelog\n\n## 0.1.0\n\n- first\n", "0.2.0", found);
    expect(printChangelog(once, "0.2.0", found)).toBe(once);
    expect(printChangelog(once.replaceAll("\n", "\r\n"), "0.2.0", found)).toBe(once);
  });

  it("keeps what the section of the version says already", () => {
    const other = compareDocuments(documentWith(undefined, object(["seed"])), documentWith(undefined, object([])));
    const twice = printChangelog(printChangelog("", "0.2.0", other), "0.2.0", found);
    expect(twice).toContain("- seed in the response 200 of POST /call is gone (wire, source)\n- url in");
    expect(twice.match(/^## /gm)).toHaveLength(1);
  });

  it("stays as it is when nothing changed", () => {
    expect(printChangelog("# Mine\n", "0.2.0", [])).toBe("# Mine\n");
  });
});
