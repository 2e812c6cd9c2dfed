/** Whether an integer as written is another one once it is a JavaScript number and printed again. */
export function isRounded(written: string, value: number): boolean {
  if (!/^-?\d{16,400}$/.test(written) || Number.isSafeInteger(value) || String(value) === written) return false;
  return BigInt(written) !== BigInt(value);
}
