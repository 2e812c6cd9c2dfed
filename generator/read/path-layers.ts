import { fromEntries, type JsonObject } from "../json.ts";
import { maxPages } from "./limits.ts";

/**
 * The operations of a document, by path and method. A document may describe one method and path several times; each time
 * beyond the first goes into a layer, hence a source document, of its own.
 */
export class PathLayers {
  readonly #layers: Map<string, Map<string, JsonObject>>[] = [new Map()];
  readonly #counts = new Map<string, number>();

  add(path: string, method: string, operation: JsonObject): void {
    const key = `${method} ${path}`;
    const index = this.#counts.get(key) ?? 0;
    if (index >= maxPages) return;
    this.#counts.set(key, index + 1);
    const layer = this.#layers[index] ?? new Map<string, Map<string, JsonObject>>();
    this.#layers[index] = layer;
    layer.set(path, (layer.get(path) ?? new Map<string, JsonObject>()).set(method, operation));
  }

  /** One `paths` object per layer. */
  paths(): readonly JsonObject[] {
    return this.#layers.map((layer) =>
      fromEntries([...layer].map(([path, item]) => [path, fromEntries(item)] as const)),
    );
  }
}
