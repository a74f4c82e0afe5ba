import { z } from 'zod';
import { figureSchema } from '../domain/law/figure.ts';
import { lawFaults } from '../domain/law/law-faults.ts';
import { createLaw, type Law, type LawData } from '../domain/law/law.ts';
import { Refusal } from '../domain/refusal.ts';
import { loadRouteTemplate } from '../domain/route-template.ts';
import { catalogue } from './catalogue.ts';
import { criteria } from './criteria.ts';
import { grounds } from './grounds.ts';
import { instruments } from './instruments.ts';
import { lateWays } from './late-ways.ts';
import { limits } from './limits.ts';
import { localChoices } from './local-choices.ts';
import { money } from './money.ts';
import { papers } from './papers.ts';
import { eras, regimes } from './regimes.ts';
import { restDays } from './rest-days.ts';
import { routeTemplates } from './route-templates.ts';

/**
 * What we know of the law, with days, sources and how sure we are; checked when it is loaded.
 * @throws Refusal LawUnsound, naming everything that is wrong
 */
export function loadLaw(data: LawData): LawData {
  const faults = lawFaults(data);
  if (faults.length > 0) throw new Refusal('LawUnsound', { reason: faults.join('\n') });
  return data;
}

const templates = routeTemplates.map(loadRouteTemplate);

export const shippedLaw: LawData = loadLaw({
  instruments,
  regimes,
  eras,
  forms: catalogue,
  figures: z
    .array(figureSchema)
    .parse([...money, ...limits, ...lateWays, ...criteria, ...restDays, ...localChoices(templates)]),
  grounds,
  papers,
  templates,
});

/** The law as we ship it: what everybody asks, always with a day. */
export const law: Law = createLaw(shippedLaw);
