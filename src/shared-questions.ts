import type { Reading } from "./interpret-answer.ts";
import type { Scope } from "./scope.ts";

/** The questions about one job, asked once for all who watch it. */
export interface SharedQuestions {
  watchers: number;
  ask(scope: Scope): Promise<Reading>;
  /** What was asked last. */
  latest?: Promise<Reading>;
}
