/** Whether an integer as written is another one once it is a JavaScript number. */
export function isRounded(written: string, value: number): boolean {
  return /^-?\d{16,400}$/.test(written) && !Number.isSafeInteger(value) && BigInt(written) !== BigInt(value);
}
