import type { Host } from "../host.ts";
import type { GeneratedClient } from "../pipeline.ts";
import type { Project } from "../project.ts";

/** The client of a project, made by two threads where the host has a second one. Loads the stages, so ask for it only when there is work. */
export async function generateProject(host: Host, project: Project): Promise<GeneratedClient> {
  // First of all: it loads TypeScript while this thread loads parsers and reads.
  const emitter = host.startEmitter?.();
  try {
    const { generateClient, generateClientWith } = await import("../pipeline.ts");
    return emitter === undefined ? generateClient(project) : await generateClientWith(emitter, project);
  } finally {
    emitter?.close();
  }
}
