import type { Route } from '../case.ts';
import type { CivilDate } from '../time.ts';
import { weakest, type Confidence } from './dated.ts';
import type { Law } from './law.ts';

interface Text {
  readonly vi: string;
  readonly en: string;
}

/** Why a case goes the way it goes: which way of the law it is, and by the law of which day. */
export interface RouteBasis {
  readonly way: Text;
  readonly regime: Text;
  readonly era: Text;
  /** The day of the complete file; today before that. */
  readonly day: CivilDate;
  /** The file was received: later law changes nothing. */
  readonly frozen: boolean;
  /** As a letter cites it. */
  readonly citation: string;
  /** Of the least sure of the rows that it rests on. */
  readonly confidence: Confidence;
}

/** Undefined for a way that the law doesn't know any more. */
export function routeBasis(
  law: Law,
  { template, frozenOn }: Pick<Route, 'template' | 'frozenOn'>,
  today: CivilDate,
): RouteBasis | undefined {
  const way = law.template(template);
  if (way === undefined) return undefined;
  const day = frozenOn ?? today;
  const [regime, era] = [law.regimeOn(day), law.eraOn(day)];
  return {
    way: way.title,
    regime: regime.name,
    era: era.name,
    day,
    frozen: frozenOn !== undefined,
    citation: law.cited({ sources: [way, regime, era].flatMap(({ sources }) => sources) }, day),
    confidence: weakest(way.confidence, regime.confidence, era.confidence),
  };
}
