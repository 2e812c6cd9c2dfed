import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import type * as after from "../../docs/examples/migrate-after.ts";
import type * as before from "../../docs/examples/migrate-before.ts";

const read = (path: string): string => readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");

test("both programs compile, and to those who call them they are the same", () => {
  expectTypeOf<typeof after.paintTiger>().toEqualTypeOf<typeof before.paintTiger>();
});

test.each(["before", "after"])("the page shows the program %s as it is compiled", (name) => {
  const shown = read("migrate-from-fal-client.md")
    .split(`<!-- examples/migrate-${name}.ts -->\n\`\`\`ts\n`)[1]
    ?.split("```")[0];
  expect(shown).toBe(read(`examples/migrate-${name}.ts`));
});
