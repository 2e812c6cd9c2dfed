import { lazyModule } from "../lazy-module.ts";

/** The `yaml` package, loaded when the first text comes that is not plain: most runs meet none. */
export const yamlPackage: () => typeof import("yaml") = lazyModule("yaml");
