const DATE = /^[A-Z][a-z]{2,8}(, \d\d[ -][A-Z][a-z]{2}[ -]\d{2,4} [\d:]{8} GMT| [A-Z][a-z]{2} [ \d]\d [\d:]{8} \d{4})$/;

/**
 * Milliseconds that an answer asks to wait, uncapped; `undefined` when it does not say, or not in a form of the
 * standard (`Number` and `Date.parse` make sense of far too much). A date counts from the server's own `Date`.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const now = parseDate(headers.get("date") ?? "") ?? Date.now();
  const then = parseDate(value);
  return then === undefined ? undefined : Math.max(0, then - now);
}

function parseDate(text: string): number | undefined {
  const time = DATE.test(text) ? Date.parse(text.replace(/ GMT$/, "").concat(" GMT")) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
