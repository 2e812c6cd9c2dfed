import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { diagnosticsPage } from "./diagnostics-page.ts";
import { faultsPage } from "./faults-page.ts";

// `npm run docs` writes the pages that are made from tables in the code; tests hold them current.
writeFileSync(fileURLToPath(new URL("diagnostics.md", import.meta.url)), diagnosticsPage());
writeFileSync(fileURLToPath(new URL("faults.md", import.meta.url)), faultsPage());
