import type { GatewayDifference } from "../document.ts";
import { fromEntries, isObject, type Json, type JsonObject } from "../json.ts";
import { pointerKeys } from "../json-pointer.ts";
import { type Marks, mark, markLike, marksOf } from "../place.ts";

/** The document with each member as the gateway states it. What stands above a member and is missing is made. */
export function applyDifferences(document: JsonObject, differences: readonly GatewayDifference[]): JsonObject {
  const root = newEdit();
  for (const difference of differences) addDifference(root, difference);
  const edited = applyEdit(document, root);
  return isObject(edited) ? edited : document;
}

/** What to do at a place: set it, leave it out, or edit what is inside. */
interface Edit {
  difference: GatewayDifference | undefined;
  readonly inside: Map<string, Edit>;
}

function newEdit(): Edit {
  return { difference: undefined, inside: new Map() };
}

/** Longer pointers lead nowhere: readers refuse documents that nest as deep. */
const deepest = 1000;

function addDifference(root: Edit, difference: GatewayDifference): void {
  const keys = pointerKeys(difference.at);
  if (keys.length > deepest) return;
  let edit = root;
  for (const key of keys) {
    const next = edit.inside.get(key) ?? newEdit();
    edit.inside.set(key, next);
    edit = next;
  }
  edit.difference = difference;
}

function applyEdit(value: Json | undefined, { difference, inside }: Edit): Json | undefined {
  if (difference !== undefined) return difference.is;
  if (value !== undefined && !isObject(value)) return value;
  const members = new Map<string, Json | undefined>(Object.entries(value ?? {}));
  for (const [key, edit] of inside) {
    const next = applyEdit(members.get(key), edit);
    if (next === undefined) members.delete(key);
    else members.set(key, next);
  }
  return markEdited(fromEntries(members), value, inside);
}

/** The edited object stands where the gateway's own page has it, as far as the differences know; else where it stood. */
function markEdited(edited: JsonObject, value: JsonObject | undefined, inside: Edit["inside"]): JsonObject {
  const own = [...inside].flatMap(([key, { difference }]) => {
    const marks = marksOf(difference);
    return marks === undefined ? [] : [[key, marks] as const];
  });
  const [first] = own;
  if (first === undefined) return markLike(edited, value);
  const { source, start } = first[1];
  const members: [string, readonly [number, number]][] = own.flatMap(([key, marks]) => {
    const offsets = marks.members?.get("is") ?? marks.members?.get("at");
    return offsets === undefined || marks.source !== source ? [] : [[key, offsets]];
  });
  const marks: Marks = { source, start, members: new Map(members) };
  return mark(edited, marks);
}
