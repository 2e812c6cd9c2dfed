import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { diagnosticsPage } from "./diagnostics-page.ts";

// `npm run docs` writes the pages that are made from tables in the code; a test holds them current.
writeFileSync(fileURLToPath(new URL("diagnostics.md", import.meta.url)), diagnosticsPage());
