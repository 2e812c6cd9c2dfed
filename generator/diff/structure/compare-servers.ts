import type { Operation } from "../../document.ts";
import { type Json, objectMember, stringMember } from "../../json.ts";
import { canonical } from "../canonical.ts";
import type { OperationPair } from "./operation-pair.ts";

/** Compares where two operations are said to be, when that is not where the whole document is. All that moved alike are one cause. */
export function compareServers(pair: OperationPair): void {
  const [before, after] = [urlsOf(pair.base), urlsOf(pair.head)];
  if (canonical(before) === canonical(after)) return;
  const isWider = before.length > 0 && before.every((url) => after.includes(url));
  const come = isWider ? after.filter((url) => !before.includes(url)) : after;
  pair.record.changes.push({
    change: {
      rule: "operation-servers-changed",
      effect: isWider ? "wider" : "changed",
      pointer: "#/servers",
      subject: "the server of operations",
      before: before.length === 0 ? mainServer : before,
      after: come.length === 0 ? mainServer : come,
      base: { holder: pair.base, key: "servers" },
      head: { holder: pair.head, key: "servers" },
    },
    travel: "none",
    operation: pair.label,
  });
}

const mainServer = "the server of the document";

/** URLs with variables replaced by their defaults, in order of the alphabet: which comes first is a preference. */
function urlsOf(operation: Operation): readonly string[] {
  return [...new Set((operation.servers ?? []).map(urlOf))].sort();
}

function urlOf(server: Json): string {
  const variables = objectMember(server, "variables");
  return (stringMember(server, "url") ?? "").replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => stringMember(objectMember(variables, name), "default") ?? whole,
  );
}
