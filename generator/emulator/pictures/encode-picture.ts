import { encode as encodePng } from "fast-png";
import { encode as encodeJpeg } from "jpeg-js";
import type { Picture } from "./paint-picture.ts";

/** File formats the emulator renders. */
export type PictureFormat = "jpeg" | "png";

/** The bytes of a PNG or JPEG file. */
export function encodePicture(picture: Picture, format: PictureFormat): Uint8Array<ArrayBuffer> {
  switch (format) {
    case "png":
      return new Uint8Array(encodePng({ ...picture, channels: 4, depth: 8 }));
    case "jpeg":
      return new Uint8Array(encodeJpeg(picture, 88).data);
  }
}
