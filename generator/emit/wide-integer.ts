import type { Schema } from "../document.ts";

/**
 * Whether an integer may lie beyond 2^53, where a `number` loses digits: a 64-bit format, limits that far out, or a seed
 * without limits (15218022503948752270 was seen in a recorded answer of fal).
 */
export function isWideInteger(schema: Schema, name: string): boolean {
  if (schema.format === "int64" || schema.format === "uint64") return true;
  const limits = [schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum];
  const known = limits.filter((limit) => limit !== undefined);
  if (known.some((limit) => !Number.isSafeInteger(limit) && Math.abs(limit) > Number.MAX_SAFE_INTEGER)) return true;
  return (schema.maximum ?? schema.exclusiveMaximum) === undefined && (name === "seed" || name.endsWith("_seed"));
}
