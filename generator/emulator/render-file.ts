import type { Job } from "./job.ts";
import { encodePicture, type PictureFormat } from "./pictures/encode-picture.ts";
import { blackPicture, paintPicture } from "./pictures/paint-picture.ts";
import { type PictureSize, pictureSize } from "./pictures/picture-size.ts";
import { type WireObject, wireMember } from "./wire-value.ts";

/** A picture of a job, described but not yet painted. */
export interface PlannedFile {
  readonly name: string;
  readonly format: PictureFormat;
  readonly contentType: string;
  readonly size: PictureSize;
}

/** The pictures a job ends with. */
export function planFiles(job: Job, longestSide: number): readonly PlannedFile[] {
  const format: PictureFormat = wireMember(job.resolved, "output_format") === "png" ? "png" : "jpeg";
  const size = pictureSize(job.resolved, longestSide);
  const count = job.ending.kind === "output" ? job.ending.pictures : 0;
  return Array.from({ length: count }, (_, index) => ({
    name: `${index}.${format === "png" ? "png" : "jpg"}`,
    format,
    contentType: `image/${format}`,
    size,
  }));
}

/** Paints and encodes one picture of a job: a few hundred milliseconds, so it is done when the file is asked for. */
export function renderFile(job: Job, file: PlannedFile): Uint8Array<ArrayBuffer> {
  const flagged = job.ending.kind === "output" && job.ending.flagged;
  const picture = flagged
    ? blackPicture(file.size)
    : paintPicture(promptOf(job.input), `${job.seed}/${file.name}`, file.size);
  return encodePicture(picture, file.format);
}

function promptOf(input: WireObject): string {
  return [wireMember(input, "prompt"), wireMember(input, "image_url")]
    .filter((text) => typeof text === "string")
    .join("\n");
}
