import { ProtocolError } from "./errors.ts";

/** Reads a body as UTF-8, counting decoded bytes: 194 kB of gzip can be 200 MB. Throws `ProtocolError` beyond `maxBytes`. */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw new ProtocolError(`The answer is longer than ${maxBytes} bytes. If that is right, raise \`maxBodyBytes\`.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
