import { type WireObject, type WireValue, wireMember } from "../wire-value.ts";

/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size a model would give its pictures for this input; sides longer than `longest` are scaled down in proportion. */
export function pictureSize(input: WireObject, longest: number): PictureSize {
  const asked = askedSize(wireMember(input, "image_size")) ?? askedSize(wireMember(input, "aspect_ratio"));
  return capSize(asked ?? { width: 1024, height: 768 }, longest);
}

function askedSize(value: WireValue | undefined): PictureSize | undefined {
  if (typeof value === "string") return namedSizes.get(value) ?? ratioSize(value);
  const width = Number(wireMember(value, "width") ?? Number.NaN);
  const height = Number(wireMember(value, "height") ?? Number.NaN);
  return width >= 1 && height >= 1 ? { width: Math.round(width), height: Math.round(height) } : undefined;
}

/** Sizes of fal's named formats: https://fal.ai/models/fal-ai/flux-1/dev/api */
const namedSizes: ReadonlyMap<string, PictureSize> = new Map([
  ["square_hd", { width: 1024, height: 1024 }],
  ["square", { width: 512, height: 512 }],
  ["portrait_4_3", { width: 768, height: 1024 }],
  ["portrait_16_9", { width: 576, height: 1024 }],
  ["landscape_4_3", { width: 1024, height: 768 }],
  ["landscape_16_9", { width: 1024, height: 576 }],
]);

// `aspect_ratio` of kontext, and the ratios that gateways' pages write where a named size is meant: the longer side has 1024 pixels.
function ratioSize(text: string): PictureSize | undefined {
  const [wide = "", high = "", ...rest] = text.split(/[:x]/);
  const [width, height] = [Number(wide), Number(high)];
  if (rest.length > 0 || !(width > 0 && height > 0)) return undefined;
  if (width > 100 || height > 100) return { width: Math.round(width), height: Math.round(height) };
  const unit = 1024 / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * unit)), height: Math.max(1, Math.round(height * unit)) };
}

function capSize({ width, height }: PictureSize, longest: number): PictureSize {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
