import type { MediaType } from "../../document.ts";
import { under } from "../../json-pointer.ts";
import { canonical, toJson } from "../canonical.ts";
import type { Change } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import type { Context, Travel } from "../schema/context.ts";
import type { Site } from "../schema/shape.ts";
import { matchMediaTypes } from "./match-media-types.ts";
import type { Recorder } from "./recorder.ts";

type Content = { readonly [mediaType: string]: MediaType };

/** Two bodies, or two headers with content, that stand for each other. */
export interface ContentPair {
  readonly base: Content;
  readonly head: Content;
  readonly basePointer: string;
  readonly headPointer: string;
  /** `request body of POST /pets` */
  readonly subject: string;
  readonly operation: string;
  readonly travel: Travel;
  readonly defaults: Context["defaults"];
  readonly rules: {
    readonly come: RuleId;
    readonly gone: RuleId;
    readonly goneEffect: "narrower" | "removed";
    readonly changed: RuleId;
  };
  readonly record: Recorder;
}

/** Compares the media types of two bodies, and the schemas under those that stand for each other. */
export function compareContent(pair: ContentPair): void {
  const { pairs, gone, come } = matchMediaTypes(Object.keys(pair.base), Object.keys(pair.head));
  for (const { base, head, relation } of pairs) {
    const changed = relation === "equal" ? undefined : relation === "incomparable" ? "changed" : relation;
    if (changed !== undefined)
      note(pair, { rule: pair.rules.changed, effect: changed, before: base, after: head, at: head });
    compareMedia(pair, base, head);
  }
  for (const name of gone) note(pair, { rule: pair.rules.gone, effect: pair.rules.goneEffect, before: name, at: name });
  for (const name of come) note(pair, { rule: pair.rules.come, effect: "wider", after: name, at: name });
}

interface Note {
  readonly rule: RuleId;
  readonly effect: Change["effect"];
  readonly before?: string;
  readonly after?: string;
  readonly at: string;
}

function note(pair: ContentPair, { at, ...said }: Note): void {
  const pointer = under(said.after === undefined ? pair.basePointer : pair.headPointer, at);
  const change: Change = {
    ...said,
    pointer,
    subject: pair.subject,
    base: { holder: pair.base, key: said.before },
    head: { holder: pair.head, key: said.after },
  };
  pair.record.changes.push({ change, travel: pair.travel, operation: pair.operation });
}

function compareMedia(pair: ContentPair, baseName: string, headName: string): void {
  const [base, head] = [pair.base[baseName] ?? {}, pair.head[headName] ?? {}];
  const context: Context = { travel: pair.travel, writing: "json", defaults: pair.defaults, lists: "plain" };
  const [from, to] = [
    siteOf(base, under(pair.basePointer, baseName), pair.subject),
    siteOf(head, under(pair.headPointer, headName), pair.subject),
  ];
  pair.record.uses.push({ base: from, head: to, context, operation: pair.operation });
  compareEncoding(pair, base, head, headName);
}

function siteOf(media: MediaType, pointer: string, label: string): Site {
  return media.schema === undefined ? [] : [{ schema: media.schema, pointer: under(pointer, "schema"), label }];
}

function compareEncoding(pair: ContentPair, base: MediaType, head: MediaType, headName: string): void {
  const [from, to] = [base.encoding ?? {}, head.encoding ?? {}];
  for (const name of Object.keys(from)) {
    if (!Object.hasOwn(to, name) || canonical(from[name]) === canonical(to[name])) continue;
    const change: Change = {
      rule: "media-type-encoding-changed",
      effect: "changed",
      pointer: under(pair.headPointer, headName, "encoding", name),
      subject: `${pair.subject}.${name}`,
      before: toJson(from[name]),
      after: toJson(to[name]),
      base: { holder: from, key: name },
      head: { holder: to, key: name },
    };
    pair.record.changes.push({ change, travel: pair.travel, operation: pair.operation });
  }
}
