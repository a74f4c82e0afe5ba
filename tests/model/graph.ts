import type { Move } from './move.ts';

type Kind = Move['kind'];

interface Transition {
  readonly from: number;
  readonly to: number;
  readonly kind: Kind;
}

/** States by number, and what leads from one to another. */
export class Graph {
  readonly #transitions: Transition[] = [];
  #states = 0;

  get states(): number {
    return this.#states;
  }
  get transitions(): number {
    return this.#transitions.length;
  }

  addState(): number {
    this.#states += 1;
    return this.#states - 1;
  }

  addTransition(from: number, to: number, kind: Kind): void {
    this.#transitions.push({ from, to, kind });
  }

  /** @returns a state from which none of these can be reached by moves of these kinds, if there is one */
  awayFrom(ends: readonly number[], by: readonly Kind[]): number | undefined {
    const sources = this.#sources(by);
    const reached = new Set(ends);
    // A set is walked through along with what is added meanwhile.
    for (const state of reached) for (const source of sources[state]!) reached.add(source);
    return this.#without(reached);
  }

  /**
   * A move that leads back to where it began is none.
   * @returns a state from which one may go on for ever by moves of these kinds, if there is one
   */
  endless(by: readonly Kind[]): number | undefined {
    const sources = this.#sources(by);
    const left = sources.map(() => 0);
    for (const source of sources.flat()) left[source]! += 1;
    // Those that end are taken away, then those that only lead to such: what is left goes round.
    const ending = new Set(left.keys().filter((state) => left[state] === 0));
    for (const state of ending)
      for (const source of sources[state]!) if ((left[source]! -= 1) === 0) ending.add(source);
    return this.#without(ending);
  }

  /** Of each state those from which a move of these kinds leads there. */
  #sources(by: readonly Kind[]): number[][] {
    const sources = Array.from({ length: this.#states }, (): number[] => []);
    for (const { from, to, kind } of this.#transitions)
      if (from !== to && by.includes(kind)) sources[to]!.push(from);
    return sources;
  }

  #without(states: ReadonlySet<number>): number | undefined {
    for (let state = 0; state < this.#states; state += 1) if (!states.has(state)) return state;
    return undefined;
  }
}
