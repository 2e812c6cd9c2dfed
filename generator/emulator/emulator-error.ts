/** What `createEmulator` throws for options it cannot work with. */
export class EmulatorError extends Error {
  override readonly name = "EmulatorError" as const;
}
