import type { Config } from "./config/config.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** What the stages are given: the configuration and every document, as bytes. Nothing after this reads a file. */
export interface Project {
  readonly config: Config;
  /** Pages in path order; `path` as diagnostics show it. */
  readonly pages: readonly ProjectPage[];
  readonly overlays: readonly ProjectFile[];
}

/** A file of a project. */
export interface ProjectFile {
  /** Relative to the folder of `docket.yaml`, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A page of a gateway. */
export interface ProjectPage extends ProjectFile {
  readonly gateway: string;
}

/** A project, or why there is none; `root` is the absolute folder that all its paths are relative to. */
export interface LoadedProject {
  readonly root: string;
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  /** Text of `docket.yaml`, by path, for excerpts. */
  readonly texts: ReadonlyMap<string, string>;
}
