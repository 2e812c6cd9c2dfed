import { collectInto, type Diagnostic, type Report } from "../diagnostic.ts";
import { composeYaml } from "./compose-yaml.ts";
import type { Excerpt } from "./excerpt.ts";
import { isBounded } from "./is-bounded.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Parsed } from "./parsed.ts";
import { readPlainYaml } from "./plain-yaml/read-plain-yaml.ts";
import { type RepairedYaml, repairYaml } from "./repair-yaml.ts";

/**
 * The value of YAML, where need be after quoting scalars that lost their quotes or never had them: text extraction turns
 * `默认值： "auto"` into `默认值: "auto"`, which no parser takes. What was repaired is reported; what stays broken is
 * reported as if nothing had been tried.
 */
export function parseRepaired(excerpt: Excerpt, report: Report): Parsed | undefined {
  const plain = readPlainYaml(excerpt, report);
  if (typeof plain === "object") return plain;
  const shortened = plain === "broken" ? repairPlain(excerpt, report) : undefined;
  return shortened ?? composeRepaired(excerpt, report);
}

/** The way around the errors that nobody will see: the text is surely broken, and what the repair makes of it is plain. */
function repairPlain(excerpt: Excerpt, report: Report): Parsed | undefined {
  // Past an error the long way may still refuse the text for what it costs, and then nothing is repaired.
  const repair = isBounded(excerpt.text) ? repairYaml(excerpt) : undefined;
  if (repair === undefined) return undefined;
  const diagnostics: Diagnostic[] = [];
  const repaired = readPlainYaml(repair.excerpt, collectInto(diagnostics));
  if (typeof repaired !== "object") return undefined;
  reportRepairs(repair, diagnostics, report);
  return repaired;
}

function composeRepaired(excerpt: Excerpt, report: Report): Parsed | undefined {
  const diagnostics: Diagnostic[] = [];
  const parsed = composeYaml(excerpt, collectInto(diagnostics));
  const broken = diagnostics.some((diagnostic) => diagnostic.code === "invalid-yaml");
  const repair = broken ? repairYaml(excerpt) : undefined;
  const second: Diagnostic[] = [];
  const repaired = repair === undefined ? undefined : parseYaml(repair.excerpt, collectInto(second));
  if (repair === undefined || repaired === undefined) {
    forward(diagnostics, report);
    return parsed;
  }
  reportRepairs(repair, second, report);
  return repaired;
}

function reportRepairs({ places }: RepairedYaml, diagnostics: readonly Diagnostic[], report: Report): void {
  for (const place of places) {
    report("repaired-yaml", "The text of this key is no valid YAML without quotes; it is read as if it had them.", {
      place,
      hint: "Nothing is to be done; the page itself would need the quotes.",
    });
  }
  forward(diagnostics, report);
}

function forward(diagnostics: readonly Diagnostic[], report: Report): void {
  for (const { code, message, file, line, column, hint } of diagnostics) {
    const place = file === undefined || line === undefined || column === undefined ? undefined : { file, line, column };
    report(code, message, { place, hint });
  }
}
