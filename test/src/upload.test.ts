import { expect, test } from "vitest";
import { upload } from "../../src/upload.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ["image/png", "\x89PNG\r\n\x1a\n...."],
  ["image/jpeg", "\xff\xd8\xff\xe0...."],
  ["image/gif", "GIF89a...."],
  ["image/webp", "RIFF....WEBPVP8 "],
  ["image/avif", "....ftypavif...."],
])("%s is told by its first bytes and survives", async (type, start) => {
  const file = bytes(start + "\x00\xff\x80".repeat(5000));
  for (const given of [file, file.buffer, new Blob([file], { type: "text/plain" })]) {
    const uri = await upload(given);
    expect(uri.slice(0, uri.indexOf(","))).toBe(`data:${type};base64`);
    expect(new Uint8Array(Buffer.from(uri.slice(uri.indexOf(",") + 1), "base64"))).toEqual(new Uint8Array(file));
  }
});

test.each([
  ["a text", bytes("hello"), /no picture/],
  ["nothing", bytes(""), /no picture/],
  ["an svg, whatever it calls itself", new Blob(["<svg/>"], { type: "image/png" }), /no picture/],
  ["too much", new Uint8Array(10 * 2 ** 20 + 1), /10485761 bytes.*host it/],
])("%s is refused", async (_name, file, message) => {
  await expect(upload(file)).rejects.toThrow(message);
  await expect(upload(file)).rejects.toMatchObject({ name: "InputError" });
});
