import { fromEntries, type Json, type JsonObject, member, objectMember, stringMember } from "../json.ts";
import { markLike } from "../place.ts";
import { withoutMembers } from "./edit-object.ts";

const multipart = "multipart/form-data";
const urlencoded = "application/x-www-form-urlencoded";

/** The request body that parameters in `body` and `formData` become; undefined when there are none. */
export function swaggerBody(parameters: readonly JsonObject[], consumes: readonly string[]): JsonObject | undefined {
  const [body] = parameters.filter((parameter) => stringMember(parameter, "in") === "body");
  const fields = parameters.filter((parameter) => stringMember(parameter, "in") === "formData");
  const content = [...(body === undefined ? [] : bodyContent(body, consumes)), ...formContent(fields, consumes)];
  const [first] = parameters;
  if (first === undefined) return undefined;
  const description = stringMember(body, "description");
  const required = parameters.some((parameter) => member(parameter, "required") === true);
  const whole = { ...(description === undefined ? {} : { description }), required, content: fromEntries(content) };
  return markLike(whole, body ?? first);
}

function bodyContent(body: JsonObject, consumes: readonly string[]): readonly (readonly [string, Json])[] {
  const schema = objectMember(body, "schema") ?? {};
  const types = consumes.length === 0 ? ["application/json"] : consumes;
  const examples = objectMember(body, "x-example") ?? objectMember(body, "x-examples");
  return types.map((type) => {
    const example = member(examples, type);
    return [type, markLike({ schema, ...(example === undefined ? {} : { example }) }, body)];
  });
}

/** A form that holds a file is multipart whatever else is said; one that says nothing of forms is multipart too. */
function formContent(fields: readonly JsonObject[], consumes: readonly string[]): readonly (readonly [string, Json])[] {
  const [first] = fields;
  if (first === undefined) return [];
  const holdsFile = fields.some((field) => stringMember(field, "type") === "file");
  const stated = consumes.filter((type) => type === multipart || (type === urlencoded && !holdsFile));
  const types = stated.length === 0 ? [multipart] : stated;
  const schema = formSchema(fields, first);
  return types.map((type) => [type, markLike({ schema }, first)]);
}

function formSchema(fields: readonly JsonObject[], first: JsonObject): JsonObject {
  const named = fields.flatMap((field): [string, JsonObject][] => {
    const name = stringMember(field, "name");
    return name === undefined ? [] : [[name, fieldSchema(field)]];
  });
  const required = fields.flatMap((field) => (member(field, "required") === true ? (member(field, "name") ?? []) : []));
  const properties = markLike(fromEntries(named), first);
  return markLike({ type: "object", properties, ...(required.length === 0 ? {} : { required }) }, first);
}

/** What a field says of its values. */
function fieldSchema(field: JsonObject): JsonObject {
  const own = withoutMembers(field, ["name", "in", "required", "collectionFormat", "allowEmptyValue", "schema"]);
  return { ...objectMember(field, "schema"), ...own };
}
