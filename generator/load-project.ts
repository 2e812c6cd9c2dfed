import { basename, dirname, relative, resolve, sep } from "node:path";
import type { Config, GatewayConfig } from "./config/config.ts";
import { inferConfig } from "./config/infer-config.ts";
import { readConfig } from "./config/read-config.ts";
import { collectInto, type Diagnostic, type Report } from "./diagnostic.ts";
import type { FileProblem, Host } from "./host.ts";
import type { LoadedProject, ProjectFile, ProjectPage } from "./project.ts";
import { quote } from "./terminal-text.ts";

/** What a command was told about the project. Paths are relative to `host.cwd`. */
export interface ProjectRequest {
  /** A folder or file of documents, instead of what `docket.yaml` says. */
  readonly documents?: string | undefined;
  /** Default `docket.yaml`. */
  readonly config?: string | undefined;
  /** Output folder, instead of what `docket.yaml` says. */
  readonly out?: string | undefined;
  /** What to run where there is no `docket.yaml`. Default `docket init <folder>`. */
  readonly instead?: string | undefined;
}

/** Reads the configuration and every document it names, each problem a diagnostic. */
export async function loadProject(host: Host, request: ProjectRequest): Promise<LoadedProject> {
  const diagnostics: Diagnostic[] = [];
  const texts = new Map<string, string>();
  const root = request.documents === undefined ? dirname(resolve(host.cwd, request.config ?? "docket.yaml")) : host.cwd;
  const loader = new Loader(host, root, collectInto(diagnostics));
  const config =
    request.documents === undefined
      ? await loader.config(request, texts)
      : inferConfig(toSlashes(relative(root, resolve(host.cwd, request.documents))) || ".");
  const withOut =
    request.out === undefined
      ? config
      : { ...config, output: toSlashes(relative(root, resolve(host.cwd, request.out))) };
  const pages = await loader.pages(withOut.gateways);
  const overlays = await loader.files(withOut.overlays);
  return { root, project: { config: withOut, pages, overlays }, diagnostics, texts };
}

const writeOne = "Write one: npx docket init <folder>";

const noConfig: Config = { package: "", version: "0.1.0", output: "generated", gateways: [], overlays: [] };

/** Reads files under one root and reports what is missing. */
class Loader {
  readonly #host: Host;
  readonly #root: string;
  readonly #report: Report;

  constructor(host: Host, root: string, report: Report) {
    this.#host = host;
    this.#root = root;
    this.#report = report;
  }

  async config(request: ProjectRequest, texts: Map<string, string>): Promise<Config> {
    const path = basename(request.config ?? "docket.yaml");
    const bytes = await this.#host.files.read(resolve(this.#root, path));
    if (typeof bytes === "string") {
      this.#report("config-missing", `there is no ${quote(path)} here`, {
        hint: request.instead === undefined ? writeOne : `Name a folder of documents: npx ${request.instead}`,
      });
      return noConfig;
    }
    const { config, text } = readConfig({ path, bytes }, this.#report);
    texts.set(path, text);
    return config ?? noConfig;
  }

  async pages(gateways: readonly GatewayConfig[]): Promise<readonly ProjectPage[]> {
    const pages: ProjectPage[] = [];
    for (const gateway of gateways) {
      for (const documents of gateway.documents) {
        const files = await this.#documents(documents);
        if (files.length === 0) continue;
        for (const file of files) pages.push({ ...file, gateway: gateway.id });
      }
    }
    return pages;
  }

  async files(paths: readonly string[]): Promise<readonly ProjectFile[]> {
    const files: ProjectFile[] = [];
    for (const path of paths) {
      const bytes = await this.#host.files.read(resolve(this.#root, path));
      if (typeof bytes === "string") this.#unreadable(path, bytes);
      else files.push({ path, bytes });
    }
    return files;
  }

  /** The documents under a folder, or the one document that the path names. */
  async #documents(path: string): Promise<readonly ProjectFile[]> {
    const listed = await this.#host.files.list(resolve(this.#root, path));
    if (listed === "not-a-folder") return this.files([path]);
    if (typeof listed === "string" || listed.length === 0) {
      const what = listed === "missing" ? "does not exist" : "holds no document";
      this.#report("documents-missing", `${quote(path)} ${what}`, {
        hint: "Put the pages of the gateway there, or correct the path.",
      });
      return [];
    }
    return this.files(listed.map((inner) => (path === "." ? inner : `${path}/${inner}`)));
  }

  #unreadable(path: string, problem: FileProblem): void {
    const code = problem === "missing" ? "documents-missing" : "document-unreadable";
    const what: Readonly<Record<FileProblem, string>> = {
      missing: "does not exist",
      "not-a-file": "is no regular file",
      "not-a-folder": "is no folder",
      "too-large": "is larger than 64 MiB",
      unreadable: "cannot be read",
    };
    this.#report(code, `${quote(path)} ${what[problem]}`);
  }
}

function toSlashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
