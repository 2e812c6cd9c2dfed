import type { FieldProblem } from "./errors.ts";

/** What an error body says, whichever of the known envelopes it uses. */
export interface Problem {
  readonly message?: string;
  /** `insufficient_user_quota`, `client_cancelled`, … */
  readonly type?: string;
  readonly fields: readonly FieldProblem[];
}

/** Reads `{error}`, `{error: {message, type, code}}`, `{code, message}`, `{detail}` as text and as list. */
export function readProblem(body: unknown): Problem {
  const outer = fieldsOf(body);
  const inner = fieldsOf(outer.error);
  const list = [outer.detail, inner.detail].find(Array.isArray) ?? [];
  const fields = list.map(readField);
  const message = firstText(
    ...[inner.message, outer.error, outer.detail, outer.message, outer.description, outer.msg],
    fields.map(({ path, message }) => `${path}: ${message}`).join("; "),
  );
  const type = firstText(outer.error_type, inner.code, inner.type, outer.code);
  return { fields, ...(message ? { message } : {}), ...(type ? { type } : {}) };
}

/** The members of an object; none for anything else. */
export function fieldsOf(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === "object" && value && !Array.isArray(value) ? { ...value } : {};
}

function readField(item: unknown): FieldProblem {
  const { loc, msg, type } = fieldsOf(item);
  const path = (Array.isArray(loc) ? loc : []).filter((step, index) => index || step !== "body").join(".");
  return { path, message: String(msg), ...(typeof type === "string" ? { type } : {}) };
}

function firstText(...candidates: unknown[]): string | undefined {
  return candidates.find((one): one is string => typeof one === "string" && one !== "");
}
