import { under } from "../../json-pointer.ts";
import { comparePaths, type PathSet } from "./compare-paths.ts";
import type { OperationPair } from "./operation-pair.ts";

/** Compares the callbacks of an operation by name and expression, and returns those that both sides have. */
export function compareCallbacks(pair: OperationPair): readonly OperationPair[] {
  const [base, head] = [pair.base.callbacks ?? {}, pair.head.callbacks ?? {}];
  return [...new Set([...Object.keys(base), ...Object.keys(head)])].flatMap((name) => {
    const set: PathSet = {
      pointer: under(pair.headPointer, "callbacks", name),
      asks: pair.asks === "request" ? "response" : "request",
      name: (expression) => `callback ${name} ${expression} of ${pair.label}`,
      rules: { come: "callback-added", gone: "callback-removed" },
      today: pair.today,
    };
    return comparePaths(ownOf(base, name), ownOf(head, name), set, pair.record);
  });
}

function ownOf<Value>(all: { readonly [name: string]: Value }, name: string): Value | Record<string, never> {
  return (Object.hasOwn(all, name) ? all[name] : undefined) ?? {};
}
