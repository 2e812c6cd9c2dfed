import type { Change } from "../change.ts";
import type { Context, Travel } from "../schema/context.ts";
import type { Site } from "../schema/shape.ts";

/** A place where two schemas stand for each other in a message of an operation. */
export interface Use {
  readonly base: Site;
  readonly head: Site;
  readonly context: Context;
  readonly operation: string;
}

/** A change of the structure around schemas, with the way it travels and the operation it belongs to. */
export interface Recorded {
  readonly change: Change;
  readonly travel: Travel | "none";
  readonly operation?: string | undefined;
}

/** Collects what comparisons of the structure find. */
export interface Recorder {
  readonly changes: Recorded[];
  readonly uses: Use[];
}
