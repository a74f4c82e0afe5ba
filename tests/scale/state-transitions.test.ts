import { describe, expect, it } from 'vitest';
import { walkStraight, ways } from '#bench/scale/flow-walks.ts';
import { walkHard } from '#bench/scale/hard-case.ts';
import { total } from '#bench/scale/state-count.ts';
import { routeTemplates } from '#shared/regimes/route-templates.ts';

describe('states that a case enters on its way', () => {
  it('are three a step and five more at most, on every route; three more for a step that asks for opinions', async () => {
    const walked = [];
    for (const way of ways) walked.push(await walkStraight(way));
    expect(
      walked.map(({ status }) => status).filter((status) => !/^(AWARDED|APPROVED)$/.test(status)),
    ).toEqual([]);
    expect(new Set(walked.map(({ route }) => route)).size).toBe(routeTemplates.length);
    const tooMany = walked.filter(({ steps, asking, states }) => total(states) > 3 * (steps + asking) + 5);
    expect(tooMany.map(({ route, steps, states }) => [route, steps, total(states)])).toEqual([]);
  }, 60_000);

  it('are three for each time that somebody looks again, whatever goes wrong', async () => {
    const { walked, troubles } = await walkHard();
    expect(walked).toMatchObject({ status: 'AWARDED', route: 'bk-tinh-2020', steps: 12 });
    const sum = troubles.reduce((all, { states }) => all + states, 0);
    expect(total(walked.states)).toBeLessThanOrEqual(3 * walked.steps + 5 + sum);
    expect(Math.max(...troubles.map(({ states }) => states))).toBeLessThanOrEqual(15);
  }, 60_000);
});
