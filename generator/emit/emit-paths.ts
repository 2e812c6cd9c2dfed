import type { GlobalContext, OpenAPI3, OpenAPITSOptions, SchemaObject } from "openapi-typescript";
import type { InterfaceDeclaration, TypeElement, TypeNode } from "typescript";
import type { Document } from "../document.ts";
import { lazyModule } from "../lazy-module.ts";
import type { EmittedFile, Plan } from "../plan.ts";
import { schemaRefName } from "../schema-ref.ts";
import { generatedHeader } from "./generated-header.ts";
import { restorePercent } from "./percent-guard.ts";
import { prepareForPaths } from "./prepare-for-paths.ts";
import { bytesUse, openValues } from "./prepare-schema.ts";
import { printHeader } from "./print-header.ts";
import { escapeUnsafeLines } from "./text/unsafe-characters.ts";

type OpenapiTypescript = typeof import("openapi-typescript");

// Its parts, not its entry: that brings Redocly's linter and bundler, a fifth of a second for what is not used here.
const loadTransformSchema = lazyModule<OpenapiTypescript["transformSchema"]>(
  "openapi-typescript/dist/transform/index.cjs",
);
const loadNodes = lazyModule<
  Pick<OpenapiTypescript, "astToString" | "tsLiteral" | "tsUnion" | "BOOLEAN" | "NULL" | "NUMBER" | "STRING">
>("openapi-typescript/dist/lib/ts.cjs");
const loadReferences = lazyModule<Pick<OpenapiTypescript, "resolveRef" | "scanDiscriminators">>(
  "openapi-typescript/dist/lib/utils.cjs",
);
const loadTypeScript = lazyModule<typeof import("typescript")>("typescript");

/** `src/paths.ts`: `paths` and `components` of openapi-typescript, made below its linter and bundler. */
export function emitPaths(plan: Plan): EmittedFile {
  return { path: "src/paths.ts", text: `${printHeader(generatedHeader(plan))}\n${printPaths(plan.document)}` };
}

/** What openapi-typescript prints for a document, without a header. */
export function printPaths(document: Document): string {
  const transformSchema = loadTransformSchema();
  const { astToString } = loadNodes();
  // The copy is built of the members that OpenAPI3 names; its type cannot follow an object without prototype.
  const schema = prepareForPaths(document) as unknown as OpenAPI3;
  const operations = collectOperations();
  const context = contextFor(schema, document);
  if (Object.keys(document.paths).length > 0) context.injectFooter.push(operations.node);
  const nodes = transformSchema(schema, context);
  operations.finish();
  const text = restorePercent(astToString(nodes));
  // Comments are safe already; what is left stands in string literals, which openapi-typescript prints as they are.
  return escapeUnsafeLines(text.replace(withRequired, withRequiredOfAny));
}

/**
 * The interface to which openapi-typescript adds each operation by copying all before it: 46 s for 50,000. This one hands out
 * nothing to copy, and takes what it is given to its members in the end.
 */
function collectOperations(): { readonly node: InterfaceDeclaration; readonly finish: () => void } {
  const { factory, SyntaxKind } = loadTypeScript();
  const members: TypeElement[] = [];
  const node = factory.createInterfaceDeclaration(
    [factory.createToken(SyntaxKind.ExportKeyword)],
    "operations",
    [],
    [],
    [],
  );
  Object.defineProperty(node, "members", {
    configurable: true,
    get: () => [],
    set: (added: readonly TypeElement[]) => members.push(...added),
  });
  const finish = (): void => {
    Object.defineProperty(node, "members", { value: factory.createNodeArray(members) });
  };
  return { node, finish };
}

/** openapi-typescript's own helper refuses to compile for a type that may be null. */
const withRequired = /^type WithRequired<T, K extends keyof T> = T & \{\s+\[P in K\]-\?: T\[P\];\s+\};$/m;
const withRequiredOfAny =
  "type WithRequired<T, K extends PropertyKey> = T & {\n    [P in K & keyof NonNullable<T>]-?: NonNullable<T>[P];\n};";

/** openapi-typescript's options, all of them: its own defaults but for `defaultNonNullable`, `emptyObjectsUnknown` and the hook for open lists and bytes. */
function contextFor(schema: OpenAPI3, document: Document): GlobalContext {
  const { resolveRef, scanDiscriminators } = loadReferences();
  const options: OpenAPITSOptions = { silent: true };
  return {
    ...{ additionalProperties: false, alphabetize: false, arrayLength: false, conditionalEnums: false },
    ...{ dedupeEnums: false, emptyObjectsUnknown: true, enum: false, enumValues: false, excludeDeprecated: false },
    ...{ exportType: false, generatePathParams: false, immutable: false, makePathsEnum: false },
    ...{ pathParamsAsTypes: false, propertiesRequiredByDefault: false, readWriteMarkers: false },
    ...{ rootTypes: false, rootTypesKeepCasing: false, rootTypesNoSchemaPrefix: false, silent: true },
    // Without this, fields with a default become required in bodies that components describe.
    defaultNonNullable: false,
    discriminators: withStated(scanDiscriminators(schema, options), document),
    injectFooter: [],
    postTransform: undefined,
    // Configures the linter and bundler, which are above the functions used here.
    redoc: Object.create(null),
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
    transform: ownType,
    transformProperty: undefined,
  };
}

/**
 * A component that states the property which tells it from its siblings needs no second one: openapi-typescript would write
 * the property twice, unless it believes to have seen to it.
 */
function withStated(found: GlobalContext["discriminators"], document: Document): GlobalContext["discriminators"] {
  const stated = Object.entries(found.objects).flatMap(([reference, { propertyName }]) => {
    const { properties = {}, discriminator } = document.components.schemas[schemaRefName(reference) ?? ""] ?? {};
    return discriminator === undefined && Object.hasOwn(properties, propertyName) ? [reference] : [];
  });
  return { ...found, refsHandled: [...found.refsHandled, ...stated] };
}

/** The types that openapi-typescript does not know. */
function ownType(schema: SchemaObject): TypeNode | undefined {
  return schema[bytesUse] === undefined ? openUnion(schema) : bytesType(schema);
}

/** Bytes as callers pass them: a `Blob`, or text where JSON carries the same schema. */
function bytesType(schema: SchemaObject): TypeNode {
  const { tsUnion, NULL, STRING } = loadNodes();
  const blob = loadTypeScript().factory.createTypeReferenceNode("Blob");
  const isNullable = [schema.type].flat().includes("null");
  return tsUnion([blob, ...(schema[bytesUse] === "either" ? [STRING] : []), ...(isNullable ? [NULL] : [])]);
}

/** Known values that others may join, as an open union: `"a" | "b" | (string & {})`. */
function openUnion(schema: SchemaObject): TypeNode | undefined {
  const values: unknown = schema[openValues];
  if (!Array.isArray(values)) return undefined;
  const { tsLiteral, tsUnion, NULL } = loadNodes();
  const types = new Set<string>([schema.type].flat());
  const open = ["string", "number", "boolean"].filter(
    (type) => types.has(type) || (type === "number" && types.has("integer")),
  );
  return tsUnion([...values.map(tsLiteral), ...open.map(openKind), ...(types.has("null") ? [NULL] : [])]);
}

function openKind(type: string): TypeNode {
  const { factory } = loadTypeScript();
  const { BOOLEAN, NUMBER, STRING } = loadNodes();
  if (type === "boolean") return BOOLEAN;
  const kind = type === "number" ? NUMBER : STRING;
  return factory.createParenthesizedType(factory.createIntersectionTypeNode([kind, factory.createTypeLiteralNode([])]));
}
