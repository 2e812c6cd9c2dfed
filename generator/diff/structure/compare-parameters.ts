import type { Operation, Parameter } from "../../document.ts";
import { isObject, type Json } from "../../json.ts";
import { under } from "../../json-pointer.ts";
import { canonical, toJson } from "../canonical.ts";
import type { Change, Effect } from "../change.ts";
import type { RuleId } from "../rules/rule-id.ts";
import type { Context } from "../schema/context.ts";
import type { Site } from "../schema/shape.ts";
import { isAnnounced, sunsetEffect } from "./lifecycle.ts";
import type { OperationPair } from "./operation-pair.ts";

interface Side {
  readonly parameter: Parameter;
  readonly pointer: string;
}

/** Compares parameters: by place and name, path parameters by their position in the path. */
export function compareParameters(pair: OperationPair): void {
  const [base, head] = [
    sidesOf(pair.base, pair.basePointer, pair.paths[0]),
    sidesOf(pair.head, pair.headPointer, pair.paths[1]),
  ];
  for (const [key, from] of base) {
    const to = head.get(key);
    if (to === undefined) parameterWent(pair, from);
    else compareParameter(pair, from, to);
  }
  for (const [key, to] of head) if (!base.has(key)) parameterCame(pair, to);
}

function sidesOf(operation: Operation, pointer: string, path: string): ReadonlyMap<string, Side> {
  const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  const sides = new Map<string, Side>();
  for (const [index, parameter] of (operation.parameters ?? []).entries()) {
    sides.set(keyOf(parameter, names), { parameter, pointer: under(pointer, "parameters", String(index)) });
  }
  return sides;
}

function keyOf({ in: place, name }: Parameter, names: readonly (string | undefined)[]): string {
  if (place === "header") return `header ${name.toLowerCase()}`;
  const position = place === "path" ? names.indexOf(name) : -1;
  return position < 0 ? `${place} ${name}` : `path #${position}`;
}

function nameOf(pair: OperationPair, { parameter }: Side): string {
  return `${parameter.in} parameter ${parameter.name} of ${pair.label}`;
}

function record(pair: OperationPair, change: Change): void {
  pair.record.changes.push({ change, travel: pair.asks, operation: pair.label });
}

function parameterWent(pair: OperationPair, from: Side): void {
  const announced = isAnnounced(from.parameter, pair.today);
  record(pair, {
    rule: "parameter-removed",
    // A day was promised, and it has not come.
    effect: from.parameter["x-sunset"] !== undefined && !announced ? "narrower" : "removed",
    pointer: keyPointer(pair.basePointer, from),
    subject: nameOf(pair, from),
    before: from.parameter.name,
    base: { holder: from.parameter },
    head: { holder: pair.head, key: "parameters" },
    unsure: announced,
  });
}

/** Parameters by name, not by position: moving one in the list changes no finding. */
function keyPointer(pointer: string, { parameter }: Side): string {
  return under(pointer, "parameters", `${parameter.in}:${parameter.name}`);
}

function parameterCame(pair: OperationPair, to: Side): void {
  const forced = to.parameter.required === true;
  record(pair, {
    rule: forced ? "required-parameter-added" : "parameter-added",
    effect: forced ? "narrower" : "added",
    pointer: keyPointer(pair.headPointer, to),
    subject: nameOf(pair, to),
    after: to.parameter.name,
    base: { holder: pair.base, key: "parameters" },
    head: { holder: to.parameter },
  });
}

function compareParameter(pair: OperationPair, from: Side, to: Side): void {
  const [base, head] = [from.parameter, to.parameter];
  const noted = (
    rule: RuleId,
    key: keyof Parameter & string,
    effect: Effect | undefined,
    before?: Json,
    after?: Json,
  ): void => {
    if (effect === undefined) return;
    const pointer = under(keyPointer(pair.headPointer, to), key);
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
  const [wasRequired, isRequired] = [base.required === true, head.required === true];
  const requiredEffect = wasRequired === isRequired ? undefined : isRequired ? "narrower" : "wider";
  noted("parameter-required-changed", "required", requiredEffect, wasRequired, isRequired);
  const [wasOld, isOld] = [base.deprecated === true, head.deprecated === true];
  noted(
    "parameter-deprecated",
    "deprecated",
    wasOld === isOld ? undefined : isOld ? "added" : "removed",
    wasOld,
    isOld,
  );
  noted("sunset-changed", "x-sunset", sunsetEffect(base, head), base["x-sunset"], head["x-sunset"]);
  const lists = isList(base) && isList(head);
  const [before, after] = [writingOf(base, lists), writingOf(head, lists)];
  const rewritten = canonical(before) === canonical(after) ? undefined : "changed";
  noted("parameter-serialization-changed", "style", rewritten, before, after);
  useSchemas(pair, from, to);
}

/** How a parameter is written, with the defaults of the specification filled in; names of what differs from them only. */
function writingOf(parameter: Parameter, lists: boolean): Json {
  const style = parameter.style ?? (parameter.in === "query" || parameter.in === "cookie" ? "form" : "simple");
  const explode = parameter.explode ?? style === "form";
  const [mediaType] = Object.keys(parameter.content ?? {});
  return {
    ...(mediaType === undefined ? { style, ...(lists ? { explode } : {}) } : { content: mediaType }),
    ...(parameter.allowReserved === true ? { allowReserved: true } : {}),
    ...(parameter.allowEmptyValue === true ? { allowEmptyValue: true } : {}),
  };
}

/** `explode` says nothing about scalars; a parameter without a schema, or with a reference, may be a list. */
function isList({ schema }: Parameter): boolean {
  const types = schema?.type === undefined ? [] : [schema.type].flat();
  return types.length === 0 || types.includes("array") || types.includes("object");
}

function useSchemas(pair: OperationPair, from: Side, to: Side): void {
  const required = from.parameter.required === true && to.parameter.required === true;
  const repeated = to.parameter.in === "query" && isRepeated(from.parameter) && isRepeated(to.parameter);
  const context: Context = {
    travel: pair.asks,
    writing: to.parameter.content === undefined ? "text" : "json",
    defaults: required ? "none" : "server",
    lists: repeated ? "repeated" : "plain",
  };
  const [base, head] = [siteOf(pair, from), siteOf(pair, to)];
  pair.record.uses.push({ base, head, context, operation: pair.label });
}

function isRepeated(parameter: Parameter): boolean {
  return (parameter.style ?? "form") === "form" && parameter.explode !== false && parameter.content === undefined;
}

function siteOf(pair: OperationPair, side: Side): Site {
  const label = nameOf(pair, side);
  const { parameter } = side;
  const pointer = keyPointer(side.pointer.slice(0, side.pointer.lastIndexOf("/parameters/")), side);
  if (parameter.schema !== undefined) return [{ schema: parameter.schema, pointer: under(pointer, "schema"), label }];
  const [[mediaType, media] = []] = Object.entries(parameter.content ?? {});
  if (mediaType === undefined || media?.schema === undefined || !isObject(toJson(media))) return [];
  return [{ schema: media.schema, pointer: under(pointer, "content", mediaType, "schema"), label }];
}
