import type { FaultKind, Strike } from "../generator/emulator/faults/fault.ts";
import { faultKinds } from "../generator/emulator/faults/fault-kinds.ts";

const meaning: Readonly<Record<Strike["at"], string>> = {
  arrival: "Before the gateway: nothing was taken, nothing is paid",
  answer: "After the gateway did its work: a job may exist of which the caller hears nothing",
  job: "On the job itself, as it enters the queue",
};

/** The text of docs/faults.md, from the table of faults. */
export function faultsPage(): string {
  const sections = (["arrival", "answer", "job"] as const).map((at) => {
    const rows = [...faultKinds]
      .filter(([, { strike }]) => strike.at === at)
      .map(([name, kind]) => faultRow(name, kind));
    return `## ${meaning[at]}\n\n| fault | what happens | \`=value\` | at these steps unless named |\n|---|---|---|---|\n${rows.join("")}`;
  });
  const head =
    "# Faults of the emulator\n\nMade from `generator/emulator/faults/` by `npm run docs`. How to script them: [emulator.md](emulator.md#faults).\n";
  return `${head}\n${sections.join("\n")}`;
}

function faultRow(name: string, { about, value, on }: FaultKind): string {
  const given = value === undefined ? "" : `${value.about}; \`${value.usual}\` when left out`;
  return `| \`${name}\` | ${about} | ${given} | ${on.join(", ")} |\n`;
}
