import type { Header, Response } from "../../document.ts";
import type { Json } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import { canonical } from "../canonical.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import type { Context, Travel } from "../schema/context.ts";
import type { Site } from "../schema/shape.ts";
import type { Recorder } from "./recorder.ts";

/** Two responses whose headers are compared. */
export interface HeadersPair {
  readonly base: Response;
  readonly head: Response;
  readonly basePointer: string;
  readonly headPointer: string;
  /** `response 200 of GET /pets` */
  readonly subject: string;
  readonly operation: string;
  readonly travel: Travel;
  readonly record: Recorder;
}

interface Side {
  readonly name: string;
  readonly header: Header;
}

/** Compares response headers, by name without regard to case. */
export function compareHeaders(pair: HeadersPair): void {
  const [base, head] = [sidesOf(pair.base), sidesOf(pair.head)];
  for (const [key, from] of base) {
    const to = head.get(key);
    if (to === undefined) headerWent(pair, from);
    else compareHeader(pair, from, to);
  }
  for (const [key, to] of head) {
    if (base.has(key)) continue;
    const spots = { base: { holder: pair.base }, head: { holder: to.header } };
    record(pair, {
      rule: "header-added",
      effect: "added",
      pointer: under(pair.headPointer, to.name),
      subject: nameOf(pair, to),
      after: to.name,
      ...spots,
    });
  }
}

function sidesOf(response: Response): ReadonlyMap<string, Side> {
  return new Map(
    Object.entries(response.headers ?? {}).map(([name, header]) => [name.toLowerCase(), { name, header }]),
  );
}

function nameOf(pair: HeadersPair, { name }: Side): string {
  return `header ${name} of ${pair.subject}`;
}

function record(pair: HeadersPair, change: Change): void {
  pair.record.changes.push({ change, travel: pair.travel, operation: pair.operation });
}

function headerWent(pair: HeadersPair, from: Side): void {
  record(pair, {
    rule: "header-removed",
    effect: from.header.required === true ? "wider" : "removed",
    pointer: under(pair.basePointer, from.name),
    subject: nameOf(pair, from),
    before: from.name,
    base: { holder: from.header },
    head: { holder: pair.head.headers ?? pair.head },
  });
}

function compareHeader(pair: HeadersPair, from: Side, to: Side): void {
  const [base, head] = [from.header, to.header];
  const noted = (
    rule: RuleId,
    key: keyof Header & string,
    effect: Effect | undefined,
    before: Json,
    after: Json,
  ): void => {
    if (effect === undefined) return;
    const pointer = under(pair.headPointer, to.name, key);
    record(pair, {
      rule,
      effect,
      pointer,
      subject: nameOf(pair, to),
      before,
      after,
      base: { holder: base, key },
      head: { holder: head, key },
    });
  };
  const [was, is] = [base.required === true, head.required === true];
  noted("header-required-changed", "required", was === is ? undefined : is ? "narrower" : "wider", was, is);
  const [wasOld, isOld] = [base.deprecated === true, head.deprecated === true];
  noted("header-deprecated", "deprecated", wasOld === isOld ? undefined : isOld ? "added" : "removed", wasOld, isOld);
  const [before, after] = [writingOf(base), writingOf(head)];
  noted(
    "header-serialization-changed",
    "explode",
    canonical(before) === canonical(after) ? undefined : "changed",
    before,
    after,
  );
  const context: Context = {
    travel: pair.travel,
    writing: base.content === undefined ? "text" : "json",
    defaults: "none",
    lists: "plain",
  };
  const [baseSite, headSite] = [siteOf(pair, from, pair.basePointer), siteOf(pair, to, pair.headPointer)];
  pair.record.uses.push({ base: baseSite, head: headSite, context, operation: pair.operation });
}

function writingOf(header: Header): Json {
  const [mediaType] = Object.keys(header.content ?? {});
  return mediaType === undefined
    ? { style: header.style ?? "simple", explode: header.explode === true }
    : { content: mediaType };
}

function siteOf(pair: HeadersPair, side: Side, pointer: string): Site {
  const { schema, content } = side.header;
  const label = nameOf(pair, side);
  if (schema !== undefined) return [{ schema, pointer: under(pointer, side.name, "schema"), label }];
  const [[mediaType, media] = []] = Object.entries(content ?? {});
  if (mediaType === undefined || media?.schema === undefined) return [];
  return [{ schema: media.schema, pointer: under(pointer, side.name, "content", mediaType, "schema"), label }];
}
