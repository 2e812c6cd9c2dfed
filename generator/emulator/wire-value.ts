import { parse, stringify } from "lossless-json";

/** A JSON value as it travels: integers beyond 2^53 are bigints, so that a `seed` comes back as it was sent. */
export type WireValue = null | boolean | number | bigint | string | readonly WireValue[] | WireObject;

/** A JSON object as it travels. Keys come from callers: look them up with {@link wireMember}. */
export interface WireObject {
  readonly [key: string]: WireValue | undefined;
}

/** Whether a value is an object (no array, no null). */
export function isWireObject(value: unknown): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The own member of an object, else undefined. */
export function wireMember(value: WireValue | undefined, key: string): WireValue | undefined {
  return isWireObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value of a JSON text, or undefined when it is none (or nested too deep to read). */
export function parseWire(text: string): WireValue | undefined {
  try {
    return mayHoldBigInteger.test(text) ? readWire(parse(text, undefined, parseNumber)) : readWire(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The JSON text of a value; members that are undefined are left out. */
export function printWire(value: WireValue): string {
  return stringify(value) ?? "null";
}

// Most texts hold no such number, and JSON.parse is ten times faster.
const mayHoldBigInteger = /\d{16}/;

function parseNumber(text: string): number | bigint {
  const value = Number(text);
  return Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(text) ? BigInt(text) : value;
}

// Both parsers return nothing but JSON; this is where their `unknown` and `any` become our type.
function readWire(value: unknown): WireValue {
  return value as WireValue;
}
