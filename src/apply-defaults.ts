import { fieldsOf } from "./read-problem.ts";

/**
 * The input as it is sent: without fields that are `undefined`, and with the documented defaults of the fields the caller
 * left out, when the client was told to send them.
 */
export function applyDefaults(
  input: unknown,
  defaults: { readonly [field: string]: unknown } | undefined,
): { readonly [field: string]: unknown } {
  const given = Object.entries(fieldsOf(input)).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
