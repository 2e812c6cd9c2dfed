import { describe, expect, it } from "vitest";
import { pictureSize } from "../../generator/emulator/pictures/picture-size.ts";

describe("pictureSize", () => {
  it.each([
    { input: {}, want: [1024, 768] },
    { input: { image_size: "square_hd" }, want: [1024, 1024] },
    { input: { image_size: "portrait_16_9" }, want: [576, 1024] },
    { input: { image_size: "4:3" }, want: [1024, 768] },
    { input: { image_size: "640x480" }, want: [640, 480] },
    { input: { image_size: "square pro" }, want: [1024, 768] },
    { input: { image_size: "constructor" }, want: [1024, 768] },
    { input: { image_size: { width: 300, height: 200 } }, want: [300, 200] },
    { input: { image_size: { width: 300 } }, want: [1024, 768] },
    { input: { image_size: { width: 0, height: -1 } }, want: [1024, 768] },
    { input: { image_size: { width: 14142, height: 7071 } }, want: [2048, 1024] },
    { input: { image_size: { width: 10 ** 9, height: 1 } }, want: [2048, 1] },
    { input: { aspect_ratio: "9:16" }, want: [576, 1024] },
    { input: { aspect_ratio: "21:9" }, want: [1024, 439] },
  ])("of $input is $want", ({ input, want }) => {
    const { width, height } = pictureSize(input, 2048);
    expect([width, height]).toEqual(want);
  });
});
