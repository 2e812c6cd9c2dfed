import { stringLiteral } from "./string-literal.ts";

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** The key of a property in an object literal. */
export function objectKey(name: string): string {
  // `__proto__: …` and `"__proto__": …` would set the prototype; only the computed form is an ordinary key.
  if (name === "__proto__") return '["__proto__"]';
  return memberKey(name);
}

/** The name of a member in an interface or object type, where `__proto__` is a name like any other. */
export function memberKey(name: string): string {
  return plainKey.test(name) ? name : stringLiteral(name);
}
