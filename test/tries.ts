/**
 * How often a property is tried, for `fc.assert`. Always the same draws, so that a failure is a failure of this commit:
 * `PROPERTY_SEED` draws others and `PROPERTY_FACTOR` more of them, as `npm run proof:fuzz` does.
 */
export function tries(times: number): { readonly numRuns: number; readonly seed: number } {
  const { PROPERTY_FACTOR = "1", PROPERTY_SEED = "1" } = process.env;
  return { numRuns: times * Number(PROPERTY_FACTOR), seed: Number(PROPERTY_SEED) };
}
