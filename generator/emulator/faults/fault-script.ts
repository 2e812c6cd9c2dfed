import type { Step } from "../request-log.ts";
import { parseFault, type ScriptedFault } from "./parse-fault.ts";

/** The faults still to come. */
export interface FaultScript {
  /**
   * The faults that strike now, each counted down by one: every `job` fault that fits, and the first of the others. The
   * request's own faults come first, then those its job brought along, then the script of the emulator.
   */
  readonly take: (step: Step, own: readonly ScriptedFault[], jobId: string | undefined) => readonly ScriptedFault[];
  /** Gives a job the faults that its submit brought for later steps. */
  readonly attach: (jobId: string, faults: readonly ScriptedFault[]) => void;
}

/** The script of an emulator; throws {@link EmulatorError} for a text that is no fault. */
export function createFaultScript(texts: readonly string[]): FaultScript {
  const common = texts.map(parseFault);
  const ofJobs = new Map<string, readonly ScriptedFault[]>();
  return {
    take: (step, own, jobId) => {
      const coming = [...own, ...(ofJobs.get(jobId ?? "") ?? []), ...common];
      const fitting = coming.filter((fault) => fault.left > 0 && fault.on.includes(step));
      const first = fitting.find(({ kind }) => kind.strike.at !== "job");
      const striking = fitting.filter((fault) => fault === first || fault.kind.strike.at === "job");
      for (const fault of striking) fault.left -= 1;
      return striking;
    },
    attach: (jobId, faults) => {
      const later = faults.filter(({ left }) => left > 0);
      if (later.length > 0) ofJobs.set(jobId, later);
    },
  };
}
