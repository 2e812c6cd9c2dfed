import { fromEntries, isObject, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { canonicalText } from "./canonical-text.ts";
import { withMember, withoutMembers } from "./edit-object.ts";
import { schemaReference } from "./reference.ts";
import { shortHash } from "./safe-name.ts";

/** The request body or response of one page of an operation. */
export interface VariantBody {
  readonly identity: string;
  readonly title: string | undefined;
  readonly body: JsonObject;
}

interface Alternative {
  readonly identity: string;
  readonly title: string | undefined;
  readonly mediaType: JsonObject;
  readonly schema: JsonObject;
}

/** The content of all bodies; schemas that differ become components `<name>_<identity>`, added to `schemas`. */
export function uniteContent(
  bodies: readonly VariantBody[],
  name: string,
  schemas: Map<string, JsonObject>,
): JsonObject {
  const keys = new Set(bodies.flatMap(({ body }) => Object.keys(objectMember(body, "content") ?? {})));
  return fromEntries(
    [...keys].map((key): [string, Json] => {
      const mediaTypes = bodies.flatMap((variant) => alternativeOf(variant, key));
      return [key, uniteMediaTypes(mediaTypes, name, schemas)];
    }),
  );
}

function alternativeOf({ identity, title, body }: VariantBody, key: string): readonly Alternative[] {
  const mediaType = member(objectMember(body, "content"), key);
  return isObject(mediaType) ? [{ identity, title, mediaType, schema: objectMember(mediaType, "schema") ?? {} }] : [];
}

function uniteMediaTypes(all: readonly Alternative[], name: string, schemas: Map<string, JsonObject>): JsonObject {
  const telling = all.filter(({ schema }) => Object.keys(schema).length > 0);
  const distinct = new Map<string, Alternative>();
  for (const alternative of telling) {
    const text = canonicalText(alternative.schema);
    if (!distinct.has(text)) distinct.set(text, alternative);
  }
  const [first, ...others] = distinct.values();
  if (first === undefined || others.length === 0) return first?.mediaType ?? all[0]?.mediaType ?? {};
  const anyOf = [first, ...others].map((alternative) => hoist(alternative, name, schemas));
  return withMember(withoutMembers(first.mediaType, ["examples"]), "schema", { anyOf });
}

/** A reference to the alternative; one that is a reference to a component already stays it. */
function hoist(
  { identity, title, schema, mediaType }: Alternative,
  name: string,
  schemas: Map<string, JsonObject>,
): Json {
  if (stringMember(schema, "$ref") !== undefined) return schema;
  const wanted = `${name}_${identity}`;
  const free = schemas.has(wanted) ? `${wanted}_${shortHash(canonicalText(schema))}` : wanted;
  const titled = title === undefined || Object.hasOwn(schema, "title") ? schema : withMember(schema, "title", title);
  const example = member(mediaType, "example");
  const isBare = example === undefined || Object.hasOwn(schema, "examples");
  schemas.set(free, isBare ? titled : withMember(titled, "examples", [example]));
  return { $ref: schemaReference(free) };
}
