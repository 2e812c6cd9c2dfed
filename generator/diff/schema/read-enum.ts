import type { Json } from "../../json.ts";
import { canonical } from "../canonical.ts";
import type { Conjunct } from "./expand-site.ts";
import type { Stated } from "./shape.ts";
import { stated } from "./stated.ts";

/** The values that all conjuncts allow by `enum` or `const`, without null (nullability has its own rule). */
export function readEnum(conjuncts: readonly Conjunct[]): Stated<readonly Json[]> | undefined {
  let all: Stated<readonly Json[]> | undefined;
  for (const at of conjuncts) {
    for (const list of [listOf(stated(at, "enum")), listOf(stated(at, "const"))]) {
      if (list === undefined) continue;
      all = all === undefined ? list : { ...all, value: common(all.value, list.value) };
    }
  }
  return all;
}

function listOf(found: Stated<Json> | undefined): Stated<readonly Json[]> | undefined {
  if (found === undefined) return undefined;
  if (found.key === "const") return { ...found, value: [found.value].filter((one) => one !== null) };
  return Array.isArray(found.value) ? { ...found, value: found.value.filter((one) => one !== null) } : undefined;
}

function common(one: readonly Json[], other: readonly Json[]): readonly Json[] {
  const kept = new Set(other.map(canonical));
  return one.filter((value) => kept.has(canonical(value)));
}
