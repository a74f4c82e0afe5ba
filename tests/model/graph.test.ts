import { describe, expect, it } from 'vitest';
import { Graph } from './graph.ts';

/** 0 → 1 → 2 → 1, and 2 → 3 by an act. */
function roundabout(): Graph {
  const graph = new Graph();
  for (let state = 0; state < 4; state += 1) graph.addState();
  graph.addTransition(0, 1, 'onTheWay');
  graph.addTransition(1, 2, 'onTheWay');
  graph.addTransition(2, 1, 'onTheWay');
  graph.addTransition(2, 3, 'act');
  return graph;
}

describe('what a walk has found', () => {
  it('names a state from which no end can be reached by such moves', () => {
    expect(roundabout().awayFrom([3], ['act', 'onTheWay'])).toBeUndefined();
    expect(roundabout().awayFrom([3], ['onTheWay'])).toBe(0);
  });

  it('names a state from which it may go round for ever', () => {
    expect(roundabout().endless(['onTheWay'])).toBe(0);
    expect(roundabout().endless(['act'])).toBeUndefined();
  });

  it('takes a move that leads back to where it began for none', () => {
    const graph = new Graph();
    graph.addState();
    graph.addTransition(0, 0, 'onTheWay');
    expect(graph.endless(['onTheWay'])).toBeUndefined();
  });
});
