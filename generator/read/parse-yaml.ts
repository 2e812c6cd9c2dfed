import type { Report } from "../diagnostic.ts";
import { composeYaml } from "./compose-yaml.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Parsed } from "./parsed.ts";
import { readPlainYaml } from "./plain-yaml/read-plain-yaml.ts";

/**
 * The value of one YAML 1.2 document (core schema, no merge keys, no custom tags), marked with its places;
 * undefined after a report. `__proto__` is a key like any other.
 */
export function parseYaml(excerpt: Excerpt, report: Report): Parsed | undefined {
  const plain = readPlainYaml(excerpt, report);
  return typeof plain === "object" ? plain : composeYaml(excerpt, report);
}
