import { collectInto, type Diagnostic, type Report } from "../diagnostic.ts";
import type { Excerpt } from "./excerpt.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Parsed } from "./parsed.ts";
import { repairYaml } from "./repair-yaml.ts";

/**
 * The value of YAML, where need be after quoting scalars that lost their quotes or never had them: text extraction turns
 * `默认值： "auto"` into `默认值: "auto"`, which no parser takes. What was repaired is reported; what stays broken is
 * reported as if nothing had been tried.
 */
export function parseRepaired(excerpt: Excerpt, report: Report): Parsed | undefined {
  const diagnostics: Diagnostic[] = [];
  const parsed = parseYaml(excerpt, collectInto(diagnostics));
  const broken = diagnostics.some((diagnostic) => diagnostic.code === "invalid-yaml");
  const repair = broken ? repairYaml(excerpt) : undefined;
  const second: Diagnostic[] = [];
  const repaired = repair === undefined ? undefined : parseYaml(repair.excerpt, collectInto(second));
  if (repair === undefined || repaired === undefined) {
    forward(diagnostics, report);
    return parsed;
  }
  for (const place of repair.places) {
    report("repaired-yaml", "The text of this key is no valid YAML without quotes; it is read as if it had them.", {
      place,
      hint: "Nothing is to be done; the page itself would need the quotes.",
    });
  }
  forward(second, report);
  return repaired;
}

function forward(diagnostics: readonly Diagnostic[], report: Report): void {
  for (const { code, message, file, line, column, hint } of diagnostics) {
    const place = file === undefined || line === undefined || column === undefined ? undefined : { file, line, column };
    report(code, message, { place, hint });
  }
}
