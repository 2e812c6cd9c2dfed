import { mineProse } from "./mine-prose.ts";
import type { MinedProse, MineOptions } from "./mined-prose.ts";

const maxRemembered = 2000;
/** Longer descriptions seldom repeat, and would keep much text alive. */
const maxLength = 500;
const remembered = new Map<string, MinedProse>();

/**
 * As {@link mineProse}, reading equal descriptions of equal schemas once: every third description of a gateway's pages
 * stands on another page as well. What is remembered depends on nothing else, and is bounded.
 */
export function rememberMined(description: string, options: MineOptions): MinedProse {
  if (description.length > maxLength) return mineProse(description, options);
  const key = JSON.stringify([description, options.type, options.declared]);
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const mined = mineProse(description, options);
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(key, mined);
  return mined;
}
