import type { WireObject, WireValue } from "./wire-value.ts";

/** One entry of fal's `{ detail: [ … ] }`: https://fal.ai/docs/documentation/model-apis/errors */
export interface InputIssue extends WireObject {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  /** The machine-readable kind: `missing`, `less_than_equal`, … */
  readonly type: string;
  readonly url: string;
  readonly input: WireValue;
  readonly ctx?: WireObject;
}

/** Makes an issue; `ctx` holds the limit that was passed. */
export function issue(
  type: string,
  loc: InputIssue["loc"],
  msg: string,
  input: WireValue,
  ctx?: WireObject,
): InputIssue {
  const url = `https://docs.fal.ai/errors#${type}`;
  return { loc, msg, type, url, input, ...(ctx === undefined ? {} : { ctx }) };
}
