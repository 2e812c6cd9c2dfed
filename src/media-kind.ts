/** What a media type holds: JSON, other text, events as they come, or bytes. */
export type MediaKind = "json" | "text" | "events" | "bytes";

/** The kind of a content type; a missing one, and one that only says that there are fields, is text. */
export function mediaKind(contentType: string): MediaKind {
  const [type = ""] = contentType.toLowerCase().split(";");
  const name = type.trim();
  if (name === "text/event-stream") return "events";
  if (/(?:jsonl|ndjson|jsonlines|json-seq)$/.test(name)) return "text";
  if (/[/+]json$/.test(name) || name.startsWith("application/json")) return "json";
  const isText = name === "" || /^text\/|[/+](?:xml|yaml|x-yaml)$|javascript$|x-www-form-urlencoded$/.test(name);
  return isText ? "text" : "bytes";
}
