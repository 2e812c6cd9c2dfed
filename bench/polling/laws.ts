/** A job of the simulation; times in milliseconds since it was handed in. */
export interface SimulatedJob {
  /** When it moved up, place by place; the last is when it started. */
  readonly moves: readonly number[];
  readonly end: number;
}

/** Draws a job. */
export type Law = (random: () => number) => SimulatedJob;

/** How long jobs take, in four ways that gateways know. */
export const laws: { readonly [name: string]: Law } = {
  "steady render": (random) => run([150], 6000 + 400 * normal(random)),
  "cold starts": (random) => run([150], random() < 0.85 ? 5000 + 500 * normal(random) : 30_000 + 5000 * normal(random)),
  "long queue": (random) => run(line(1 + Math.floor(random() * 24), random), 5000 + 400 * normal(random)),
  "heavy tail": (random) => run([150], 8000 * Math.exp(normal(random))),
};

function line(places: number, random: () => number): number[] {
  const moves: number[] = [];
  for (let place = 0; place < places; place++)
    moves.push((moves.at(-1) ?? 0) + Math.max(500, 5000 + 1000 * normal(random)));
  return moves;
}

function run(moves: readonly number[], length: number): SimulatedJob {
  return { moves, end: (moves.at(-1) ?? 0) + Math.max(300, length) };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
