import { createRandom, hashText, type Random } from "../random.ts";
import type { PictureSize } from "./picture-size.ts";

/** A picture: RGBA bytes, row by row. */
export interface Picture extends PictureSize {
  readonly data: Uint8Array;
}

/** Paints a landscape whose light, sun and ridges follow from prompt and seed: the same two give the same picture. */
export function paintPicture(prompt: string, seed: string, size: PictureSize): Picture {
  const scene = composeScene(createRandom(hashText(`${prompt}\n${seed}`)));
  const rows = Array.from({ length: size.height }, (_, y) => mixRow(scene, y / size.height));
  const data = new Uint8Array(size.width * size.height * 4);
  for (let x = 0; x < size.width; x += 1) paintColumn(data, x, size, scene, rows);
  return { ...size, data };
}

/** A picture in one colour, as safety checkers return. */
export function blackPicture(size: PictureSize): Picture {
  const data = new Uint8Array(size.width * size.height * 4);
  for (let at = 3; at < data.length; at += 4) data[at] = 255;
  return { ...size, data };
}

type Colour = readonly [red: number, green: number, blue: number];

interface Scene {
  readonly zenith: Colour;
  readonly horizon: Colour;
  readonly sun: { readonly x: number; readonly y: number; readonly radius: number; readonly colour: Colour };
  readonly ridges: readonly Ridge[];
}

/** A ridge of hills: a sum of waves, lower and darker the nearer it is. */
interface Ridge {
  readonly base: number;
  readonly colour: Colour;
  readonly waves: readonly { readonly height: number; readonly frequency: number; readonly phase: number }[];
}

function composeScene(random: Random): Scene {
  const hue = random.next() * 360;
  const warm = (hue + 150 + random.next() * 60) % 360;
  const count = 4 + (random.word() % 3);
  return {
    zenith: colourOf(hue, 0.55, 0.28 + random.next() * 0.2),
    horizon: colourOf(warm, 0.75, 0.72),
    sun: {
      x: 0.15 + random.next() * 0.7,
      y: 0.18 + random.next() * 0.3,
      radius: 0.05 + random.next() * 0.06,
      colour: colourOf(warm, 0.9, 0.88),
    },
    ridges: Array.from({ length: count }, (_, index) => composeRidge(random, hue, index / (count - 1))),
  };
}

function composeRidge(random: Random, hue: number, nearness: number): Ridge {
  return {
    base: 0.5 + nearness * 0.38,
    colour: colourOf((hue + nearness * 25) % 360, 0.25 + nearness * 0.25, 0.58 - nearness * 0.45),
    waves: [1, 2, 4, 9, 21].map((frequency) => ({
      height: (0.07 + random.next() * 0.05) / frequency ** 0.8,
      frequency: frequency * (0.7 + random.next() * 0.6),
      phase: random.next() * Math.PI * 2,
    })),
  };
}

/** The colours of a row of pixels, before the sun: they do not change from left to right. */
interface Row {
  readonly sky: Colour;
  readonly ridges: readonly Colour[];
}

function mixRow(scene: Scene, down: number): Row {
  return {
    sky: blend(scene.zenith, scene.horizon, Math.min(1, down / 0.7) ** 1.3),
    ridges: scene.ridges.map((ridge) => hazeOn(ridge, scene.horizon, down)),
  };
}

function paintColumn(data: Uint8Array, x: number, size: PictureSize, scene: Scene, rows: readonly Row[]): void {
  const across = x / size.width;
  const tops = scene.ridges.map((ridge) => ridgeTop(ridge, across) * size.height);
  for (const [y, row] of rows.entries()) {
    const front = tops.findLastIndex((top) => y >= top);
    const colour = row.ridges[front] ?? shine(row.sky, scene.sun, across, y / size.height, size);
    setPixel(data, (y * size.width + x) * 4, colour);
  }
}

function ridgeTop(ridge: Ridge, across: number): number {
  let top = ridge.base;
  for (const { height, frequency, phase } of ridge.waves)
    top += height * Math.sin(across * frequency * Math.PI * 2 + phase);
  return top;
}

function shine(sky: Colour, sun: Scene["sun"], across: number, down: number, size: PictureSize): Colour {
  const distance = Math.hypot((across - sun.x) * (size.width / size.height), down - sun.y) - sun.radius;
  // The disc has an edge about two thousandths of the picture wide, and a glow around it that fades.
  const disc = Math.min(1, Math.max(0, 0.5 - distance * 500));
  const glow = 0.6 * Math.exp(-Math.max(0, distance) * 7);
  return blend(sky, sun.colour, Math.max(disc, glow));
}

// Mist lies in the valleys: it thickens below the ridge's mean height, so that ridges part from one another.
function hazeOn(ridge: Ridge, mist: Colour, down: number): Colour {
  return blend(ridge.colour, mist, 0.45 * Math.min(1, Math.max(0, (down - ridge.base + 0.12) / 0.4)));
}

function setPixel(data: Uint8Array, at: number, [red, green, blue]: Colour): void {
  data[at] = red;
  data[at + 1] = green;
  data[at + 2] = blue;
  data[at + 3] = 255;
}

function blend(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

// HSL to RGB, https://www.w3.org/TR/css-color-4/#hsl-to-rgb
function colourOf(hue: number, saturation: number, lightness: number): Colour {
  const channel = (offset: number): number => {
    const k = (offset + hue / 30) % 12;
    const chroma = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
