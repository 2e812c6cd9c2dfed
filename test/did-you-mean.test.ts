import { describe, expect, it } from "vitest";
import { closestTo } from "../generator/did-you-mean.ts";

describe("closestTo", () => {
  it.each([
    { word: "promt", from: ["image_size", "prompt"], want: "prompt" },
    { word: "JPEG", from: ["png", "jpeg"], want: "jpeg" },
    { word: "seed", from: ["loras", "acceleration"], want: undefined },
    { word: "num_image", from: ["num_images", "num_imagez"], want: "num_images" },
    { word: "x", from: [], want: undefined },
  ])("$word → $want", ({ word, from, want }) => {
    expect(closestTo(word, from)).toBe(want);
  });
});
