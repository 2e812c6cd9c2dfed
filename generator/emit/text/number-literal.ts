/** A number that is no number of JSON: documents cannot hold it, so a stage let it through. */
export class NotFiniteError extends Error {
  override readonly name = "NotFiniteError";
}

/** A numeric literal that reads back as the same number, minus zero included. Throws {@link NotFiniteError}. */
export function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new NotFiniteError(`${value} cannot be written as a number.`);
  return Object.is(value, -0) ? "-0" : String(value);
}
