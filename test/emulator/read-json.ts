import { isObject, type JsonObject } from "../../generator/json.ts";

/** The body of an answer that must be a JSON object. */
export async function readJson(response: Response): Promise<JsonObject> {
  const value: unknown = await response.json();
  if (!isObject(value)) throw new Error(`no JSON object: ${JSON.stringify(value)}`);
  return value;
}
