import type { Json } from "../../json.ts";
import { canonical } from "../canonical.ts";

/** Added, removed or changed; undefined when both are the same. */
export function effectOf(base: Json | undefined, head: Json | undefined): "added" | "removed" | "changed" | undefined {
  if (base === undefined) return head === undefined ? undefined : "added";
  if (head === undefined) return "removed";
  return canonical(base) === canonical(head) ? undefined : "changed";
}
