import { ProtocolError } from "./errors.ts";
import { readBytes } from "./read-bytes.ts";

/** Reads a body as UTF-8, counting decoded bytes: 194 kB of gzip can be 200 MB. Throws `ProtocolError` beyond `maxBytes`. */
export async function readText(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string> {
  const bytes = await readBytes(body, maxBytes);
  if (bytes) return new TextDecoder().decode(bytes);
  throw new ProtocolError(`The answer is longer than ${maxBytes} bytes. If that is right, raise \`maxBodyBytes\`.`);
}
