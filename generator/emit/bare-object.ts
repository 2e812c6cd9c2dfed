import { guardPercent } from "./percent-guard.ts";

/** An object without a prototype: a name that it does not hold finds nothing, whatever the name. */
export interface BareObject {
  readonly [key: string]: unknown;
}

/** A bare object of these members, without those that are undefined. */
export function bare(members: { readonly [key: string]: unknown }): BareObject {
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(members)) if (value !== undefined) object[key] = value;
  return object;
}

/** A bare object with the same names, safe for openapi-typescript, each value changed. */
export function mapBare<Value>(
  members: { readonly [key: string]: Value },
  change: (value: Value, name: string) => unknown,
): BareObject {
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(members)) object[guardPercent(key)] = change(value, key);
  return object;
}
