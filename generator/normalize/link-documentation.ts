import { type JsonObject, stringMember } from "../json.ts";
import { withMember } from "./edit-object.ts";
import { mapDocument } from "./map-document.ts";

/** What pages write before the link to the model's own documentation. */
const cues = ["官方文档", "官网文档", "文档地址", "documentation", "official docs"];

/** Makes the link that an operation's description gives for the model's own documentation its `externalDocs`. */
export function linkDocumentation(document: JsonObject): JsonObject {
  return mapDocument(document, {
    operation: (operation) => {
      const url = Object.hasOwn(operation, "externalDocs")
        ? undefined
        : findLink(stringMember(operation, "description") ?? "");
      return url === undefined ? operation : withMember(operation, "externalDocs", { url });
    },
  });
}

/** The first http(s) address within a few characters after a cue. */
function findLink(description: string): string | undefined {
  const text = description.slice(0, 4000);
  const lower = text.toLowerCase();
  for (const cue of cues) {
    const at = lower.indexOf(cue);
    if (at < 0) continue;
    const after = text.slice(at + cue.length, at + cue.length + 400);
    const start = after.search(/https?:\/\//);
    if (start < 0 || start > 12) continue;
    const url = /^[^\s<>"'`)\]，。、；]+/.exec(after.slice(start))?.[0];
    if (url !== undefined && URL.canParse(url)) return url;
  }
  return undefined;
}
