import { describe, expect, it } from "vitest";
import { pointerKeys, under } from "../generator/json-pointer.ts";
import { pathShape } from "../generator/path-shape.ts";
import { schemaRef, schemaRefName } from "../generator/schema-ref.ts";

describe("JSON pointers", () => {
  it.each([
    ["#", [], "#"],
    ["#/paths", ["/a/b", "get"], "#/paths/~1a~1b/get"],
    ["", ["a~b", "~1"], "/a~0b/~01"],
    ["#", [""], "#/"],
  ])("%s with %j below is %s", (pointer, keys, want) => {
    expect(under(pointer, ...keys)).toBe(want);
  });

  it.each([
    ["#/a/b~1c", ["a", "b/c"]],
    ["/a/~01", ["a", "~1"]],
    ["#/components/schemas/A%20B", ["components", "schemas", "A B"]],
    ["#/a/100%", ["a", "100%"]],
    ["#/a/%e4%bb%bb", ["a", "任"]],
    ["#/a/%2F", ["a", "/"]],
    ["", [""]],
  ])("%s has the keys %j", (pointer, want) => {
    expect(pointerKeys(pointer)).toEqual(want);
  });

  it.each(["Image", "a/b", "a~b", "图像", "__proto__", ""])("a reference to the schema %j names it again", (name) => {
    expect(schemaRefName(schemaRef(name))).toBe(name);
  });

  it.each(["#/components/responses/A", "#/definitions/A", "other.yaml#/components/schemas/A", ""])(
    "%s is no reference to a component schema",
    (ref) => {
      expect(schemaRefName(ref)).toBeUndefined();
    },
  );

  it.each([
    ["/videos/{id}", "/videos/{}"],
    ["/{a}/{b}.{c}", "/{}/{}.{}"],
    ["/plain", "/plain"],
    ["/{", "/{"],
  ])("the shape of %s is %s", (path, want) => {
    expect(pathShape(path)).toBe(want);
  });
});
