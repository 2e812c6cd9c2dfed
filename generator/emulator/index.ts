export { createEmulator, type Emulator } from "./emulator.ts";
export { EmulatorError } from "./emulator-error.ts";
export type { EmulatorOptions, Sleep, TimingOf } from "./emulator-options.ts";
export type { Timing } from "./job.ts";
export type { RecordedRequest, Step } from "./request-log.ts";
export { createTrap, type Trap } from "./trap.ts";
export type { WireObject, WireValue } from "./wire-value.ts";
