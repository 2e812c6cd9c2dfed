import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const loaders: (() => unknown)[] = [];

/**
 * A heavy package, loaded at the first call: a run that the hashes find nothing to do for does not pay for it. CommonJS
 * entries of TypeScript and its users load in half the time of ESM ones.
 */
export function lazyModule<Module>(name: string): () => Module {
  const load = (): Module => require(name);
  let loaded: { readonly module: Module } | undefined;
  const get = (): Module => {
    loaded ??= { module: load() };
    return loaded.module;
  };
  loaders.push(get);
  return get;
}

/** Loads every heavy package now: for who knows that work is on its way, and has nothing else to do. */
export function loadLazyModules(): void {
  for (const load of loaders) load();
}
