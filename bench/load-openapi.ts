import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Document, httpMethods } from "../generator/document.ts";
import {
  arrayMember,
  fromEntries,
  isObject,
  type Json,
  type JsonObject,
  objectMember,
  stringMember,
} from "../generator/json.ts";

/**
 * Reads an OpenAPI 3.0 or 3.1 file as a document, leaving everything as it is stated: what is outside schemas is resolved,
 * references into odd places become components. Score and bench use it to measure the classifier without the rest.
 */
export function loadOpenapi(file: string): Document {
  const root: JsonObject = parse(readFileSync(file, "utf8"), { strict: false, uniqueKeys: false });
  const loader = new Loader(root);
  const components = objectMember(root, "components");
  const server = stringMember(arrayMember(root, "servers")[0], "url");
  const document: JsonObject = {
    openapi: "3.1.0",
    info: objectMember(root, "info") ?? {},
    "x-docket-gateways": { default: { ...(server === undefined ? {} : { server }), auth: "none", queue: "none" } },
    paths: loader.items(objectMember(root, "paths")),
    webhooks: loader.items(objectMember(root, "webhooks")),
    components: {
      schemas: loader.schemas(objectMember(components, "schemas")),
      securitySchemes: objectMember(components, "securitySchemes") ?? {},
    },
  };
  return document as unknown as Document;
}

class Loader {
  readonly #root: JsonObject;
  /** Schemas that were referenced elsewhere than in components, by their new names. */
  readonly #hoisted = new Map<string, Json>();

  constructor(root: JsonObject) {
    this.#root = root;
  }

  items(paths: JsonObject | undefined): JsonObject {
    return mapObject(paths, (item) => this.#item(this.#resolve(item)));
  }

  schemas(schemas: JsonObject | undefined): JsonObject {
    const own = mapObject(schemas, (schema) => this.#schemaRefs(schema));
    return { ...own, ...fromEntries(this.#hoisted) };
  }

  #item(item: Json | undefined): Json {
    const shared = arrayMember(item, "parameters");
    return fromEntries(
      httpMethods.flatMap((method) => {
        const operation = objectMember(item, method);
        return operation === undefined ? [] : [[method, this.#operation(operation, shared)] as const];
      }),
    );
  }

  #operation(operation: JsonObject, shared: readonly Json[]): Json {
    const body = this.#resolve(operation.requestBody);
    return {
      ...operation,
      security: operation.security ?? this.#root.security ?? [],
      parameters: this.#parameters(arrayMember(operation, "parameters"), shared),
      ...(isObject(body) ? { requestBody: this.#message(body) } : {}),
      responses: mapObject(objectMember(operation, "responses"), (response) => this.#message(this.#resolve(response))),
      callbacks: mapObject(objectMember(operation, "callbacks"), (callback) => {
        const expressions = this.#resolve(callback);
        return this.items(isObject(expressions) ? expressions : {});
      }),
      "x-docket-gateways": ["default"],
    };
  }

  #parameters(own: readonly Json[], shared: readonly Json[]): readonly Json[] {
    const all = new Map<string, Json>();
    for (const parameter of [...shared, ...own].map((one) => this.#resolve(one))) {
      all.set(`${stringMember(parameter, "in")} ${stringMember(parameter, "name")}`, this.#schemaRefs(parameter));
    }
    return [...all.values()].filter(isObject);
  }

  #message(message: Json | undefined): Json {
    return {
      ...(isObject(message) ? message : {}),
      content: mapObject(objectMember(message, "content"), (media) => (isObject(media) ? this.#schemaRefs(media) : {})),
      headers: mapObject(objectMember(message, "headers"), (header) => this.#schemaRefs(this.#resolve(header))),
    };
  }

  #resolve(value: Json | undefined): Json | undefined {
    let found = value;
    for (let steps = 0; steps < 20 && isObject(found) && typeof found.$ref === "string"; steps += 1)
      found = this.#at(found.$ref);
    return found;
  }

  #at(reference: string): Json | undefined {
    const keys = reference.replace(/^#\//, "").split("/");
    return keys.reduce<Json | undefined>((value, key) => {
      const name = decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~");
      return isObject(value) && Object.hasOwn(value, name)
        ? value[name]
        : Array.isArray(value)
          ? value[Number(name)]
          : undefined;
    }, this.#root);
  }

  /** The value with `nullable` spelled as 3.1 does and with references only into component schemas. */
  #schemaRefs(value: Json | undefined): Json {
    if (Array.isArray(value)) return value.map((one) => this.#schemaRefs(one));
    if (!isObject(value)) return value ?? null;
    const reference = value.$ref;
    if (typeof reference === "string" && !reference.startsWith("#/components/schemas/")) return this.#hoist(reference);
    return withNull(mapObject(value, (one) => this.#schemaRefs(one)));
  }

  #hoist(reference: string): Json {
    const name = reference.replace(/\W+/g, "_");
    if (!this.#hoisted.has(name)) {
      this.#hoisted.set(name, {});
      this.#hoisted.set(name, this.#schemaRefs(this.#at(reference) ?? {}));
    }
    return { $ref: `#/components/schemas/${name}` };
  }
}

function withNull(schema: JsonObject): Json {
  if (schema.nullable !== true || typeof schema.type !== "string") return schema;
  const { nullable: _nullable, ...rest } = schema;
  const values = arrayMember(schema, "enum");
  return {
    ...rest,
    type: [schema.type, "null"],
    ...(values.length > 0 && !values.includes(null) ? { enum: [...values, null] } : {}),
  };
}

function mapObject(object: JsonObject | undefined, map: (value: Json | undefined) => Json): JsonObject {
  return fromEntries(Object.entries(object ?? {}).map(([key, value]) => [key, map(value)] as const));
}
