import { describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case.ts';
import { linkedBar } from '#shared/domain/linked-nominations.ts';
import { sampleCase } from './linked-sample.ts';

const rank: Readonly<Record<string, number>> = { LOW: 20, HIGH: 40 };
const rankOf = (form: string): number => rank[form] ?? -1;

/** Where one of the two stands, as far as its award depends on it. */
interface Place {
  readonly at: 'draft' | 'way' | 'letter' | 'decide' | 'deciding' | 'heldOnList' | 'awarded' | 'ended';
  readonly form: 'LOW' | 'HIGH';
}
type World = readonly [Place, Place];

/** The record of a case that stands there. */
function caseAt({ at, form }: Place): Case {
  const status =
    at === 'draft' ? 'DRAFT' : at === 'awarded' ? 'AWARDED' : at === 'ended' ? 'WITHDRAWN' : 'AT_STEP';
  const kind = at === 'letter' ? 'letter' : 'decide';
  const onList = ['letter', 'deciding', 'heldOnList'].includes(at);
  const stands = ['letter', 'decide', 'deciding', 'heldOnList'].includes(at);
  return sampleCase({ status, form, kind: stands ? kind : undefined, onList });
}

/** What may come of one of the two, while the other stands where it stands. */
function nextOf(own: Place, other: Place): Place[] {
  const ended: Place = { ...own, at: 'ended' };
  const otherForm: Place = { ...own, form: own.form === 'LOW' ? 'HIGH' : 'LOW' };
  switch (own.at) {
    case 'draft':
      return [{ ...own, at: 'way' }, ended];
    case 'way':
      return [{ ...own, at: 'letter' }, { ...own, at: 'decide' }, ended, otherForm];
    case 'letter':
      return [{ ...own, at: 'way' }, ended];
    case 'decide': {
      const barred = linkedBar(caseAt(own), caseAt(other), rankOf) !== undefined;
      return [...(barred ? [] : [{ ...own, at: 'deciding' as const }]), ended, otherForm];
    }
    case 'deciding':
      return [{ ...own, at: 'decide' }, { ...own, at: 'heldOnList' }, { ...own, at: 'awarded' }, ended];
    case 'heldOnList':
      return [{ ...own, at: 'awarded' }, { ...own, at: 'decide' }, ended];
    case 'awarded':
    case 'ended':
      return [];
  }
}

/** Every world that can be reached, whoever acts first, and however often forms are changed. */
function reached(start: World): World[] {
  const known = new Map<string, World>();
  const open: World[] = [start];
  for (let world = open.pop(); world !== undefined; world = open.pop()) {
    const name = JSON.stringify(world);
    if (known.has(name)) continue;
    known.set(name, world);
    const [one, two] = world;
    for (const next of nextOf(one, two)) open.push([next, two]);
    for (const next of nextOf(two, one)) open.push([one, next]);
  }
  return [...known.values()];
}

const start: World = [
  { at: 'draft', form: 'LOW' },
  { at: 'draft', form: 'HIGH' },
];

describe('two linked nominations', () => {
  const worlds = reached(start);

  it('are never both awarded, nor both on decisions, in any world that can be reached', () => {
    expect(worlds.length).toBeGreaterThan(100);
    const deciding = ['deciding', 'heldOnList', 'awarded'];
    expect(worlds.filter((world) => world.every(({ at }) => deciding.includes(at)))).toEqual([]);
  });

  it('can each be awarded: the higher at once, the lower once the higher ended without an award', () => {
    const awarded = worlds.filter((world) => world.some(({ at }) => at === 'awarded'));
    expect(awarded.some(([one]) => one.at === 'awarded')).toBe(true);
    expect(awarded.some(([, two]) => two.at === 'awarded')).toBe(true);
  });

  it('the lower never comes onto a decision while the higher is open', () => {
    const low: Place = { at: 'decide', form: 'LOW' };
    for (const at of ['draft', 'way', 'letter', 'decide', 'deciding'] as const)
      expect(linkedBar(caseAt(low), caseAt({ at, form: 'HIGH' }), rankOf)).toBe('open');
    expect(linkedBar(caseAt(low), caseAt({ at: 'awarded', form: 'HIGH' }), rankOf)).toBe('awarded');
    expect(linkedBar(caseAt(low), caseAt({ at: 'ended', form: 'HIGH' }), rankOf)).toBeUndefined();
  });
});
