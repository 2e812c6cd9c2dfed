import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  member,
  objectMember,
  stringMember,
} from "../json.ts";
import { markLike } from "../place.ts";
import { definedEntries } from "./defined-entries.ts";
import { isBlank, type NamedExample, readNativeExamples } from "./native-examples.ts";
import { enabledParameters, parameterSchema } from "./native-parameters.ts";

/** The OpenAPI request body of a native one; undefined for a body of type `none`. */
export function readNativeBody(body: JsonObject): JsonObject | undefined {
  const mediaType = mediaTypeOf(body);
  if (mediaType === undefined) return undefined;
  const media = definedEntries([["schema", bodySchema(body, mediaType)], ...readNativeExamples(bodyExamples(body))]);
  const content = fromEntries([[mediaType, markLike({ ...media }, body)]]);
  return markLike(
    {
      ...definedEntries([
        ["required", member(body, "required") === true || undefined],
        ["content", content],
      ]),
    },
    body,
  );
}

/** `mediaType` is mostly empty; `type` holds it then, by its full name or by a short one. */
function mediaTypeOf(body: JsonObject): string | undefined {
  const type = stringMember(body, "type") ?? "";
  const mediaType = stringMember(body, "mediaType") || type;
  if (type === "none" || mediaType === "" || mediaType === "none") return undefined;
  return mediaType.includes("/") ? mediaType : (shortNames.get(mediaType) ?? "application/octet-stream");
}

const shortNames: ReadonlyMap<string, string> = new Map([
  ["json", "application/json"],
  ["graphql", "application/json"],
  ["xml", "application/xml"],
  ["raw", "text/plain"],
  ["text", "text/plain"],
  ["formdata", "multipart/form-data"],
  ["form-data", "multipart/form-data"],
  ["x-www-form-urlencoded", "application/x-www-form-urlencoded"],
  ["urlencoded", "application/x-www-form-urlencoded"],
]);

/** Forms list their fields as parameters, everything else has a schema. */
function bodySchema(body: JsonObject, mediaType: string): JsonObject | undefined {
  const fields = enabledParameters(arrayMember(body, "parameters"));
  const isForm = mediaType.startsWith("multipart/") || mediaType === "application/x-www-form-urlencoded";
  return isForm && fields.length > 0 ? formSchema(fields) : objectMember(body, "jsonSchema");
}

function formSchema(fields: readonly JsonObject[]): JsonObject {
  const nameOf = (field: JsonObject): string => stringMember(field, "name") ?? "";
  const required = fields.filter((field) => member(field, "required") === true).map(nameOf);
  const properties = fromEntries(fields.map((field) => [nameOf(field), fieldSchema(field)] as const));
  return { type: "object", properties, ...(required.length > 0 ? { required } : {}) };
}

function fieldSchema(field: JsonObject): JsonObject {
  const example = member(field, "sampleValue") ?? member(field, "example");
  const said = definedEntries([
    ["description", stringMember(field, "description") || undefined],
    ["example", isBlank(example) || isLocalFile(example) ? undefined : example],
  ]);
  return markLike({ ...parameterSchema(field), ...said }, field);
}

function bodyExamples(body: JsonObject): readonly NamedExample[] {
  const named = arrayMember(body, "examples").filter(isObject);
  const old = member(body, "example");
  const examples = named.map(
    (example): NamedExample => ({ name: stringMember(example, "name"), holder: example, key: "value" }),
  );
  return examples.length > 0 || isBlank(old) ? examples : [{ holder: body, key: "example" }];
}

/** The file that somebody tried the form with, on their own disk. */
function isLocalFile(value: Json | undefined): boolean {
  return typeof value === "string" && value.startsWith("file://");
}
