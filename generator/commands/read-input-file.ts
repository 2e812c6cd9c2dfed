import { extname, resolve } from "node:path";
import type { Host } from "../host.ts";
import { quote } from "../terminal-text.ts";
import type { FileText } from "./parse-inputs.ts";

/** What `field=@path` sends: a picture as data URI, any other file as the text it holds. */
export async function readInputFile(path: string, host: Host): Promise<FileText> {
  const bytes = await host.files.read(resolve(host.cwd, path), mostBytes);
  if (typeof bytes === "string") return { problem: `${quote(path)} cannot be sent: ${bytes.replaceAll("-", " ")}` };
  const type = pictureTypes.get(extname(path).toLowerCase());
  if (type !== undefined) return { text: `data:${type};base64,${Buffer.from(bytes).toString("base64")}` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `${quote(path)} is neither text nor a picture that gateways take` };
  }
}

// Gateways refuse larger bodies long before this.
const mostBytes = 20 * 2 ** 20;

/** The pictures that the documents say `image_url` takes as data URIs. */
const pictureTypes: ReadonlyMap<string, string> = new Map([
  [".jpg", "image/jpeg"],
  [".jpeg", "image/jpeg"],
  [".png", "image/png"],
  [".webp", "image/webp"],
  [".gif", "image/gif"],
  [".avif", "image/avif"],
]);
