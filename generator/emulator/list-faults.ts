import { faultKinds } from "./faults/fault-kinds.ts";

/** All faults as text: name, what it does, the value it takes, the steps it strikes when the script names none. */
export function listFaults(): string {
  const lines = [...faultKinds].map(([name, { about, value, on }]) => {
    const given = value === undefined ? "" : `; =${value.about} (default ${value.usual})`;
    return `${name.padEnd(18)} ${about}${given} [${on.join(" ")}]`;
  });
  return `${lines.join("\n")}\n`;
}
