import { fromEntries, type JsonObject } from "../json.ts";

/** Operations by path and method. */
export type PathLayer = Map<string, Map<string, JsonObject>>;

/**
 * Adds an operation to the first layer that has none of that path and method yet. A document may describe one method and
 * path several times; each time beyond the first goes into a layer, hence a source document, of its own.
 */
export function addToLayers(layers: PathLayer[], path: string, method: string, operation: JsonObject): void {
  const free = layers.find((candidate) => candidate.get(path)?.has(method) !== true);
  const layer: PathLayer = free ?? new Map();
  if (free === undefined) layers.push(layer);
  layer.set(path, (layer.get(path) ?? new Map()).set(method, operation));
}

/** The `paths` object of a layer. */
export function layerPaths(layer: PathLayer): JsonObject {
  return fromEntries([...layer].map(([path, item]) => [path, fromEntries(item)] as const));
}
