import { z } from 'zod';
import { caseIdSchema, organisationIdSchema } from '../domain/id.ts';
import { subjectKinds } from '../domain/round.ts';
import { civilDateSchema } from '../domain/time.ts';
import type { Item, Write } from '../ports.ts';
import { decode, encode } from './item.ts';
import { keys } from './keys.ts';

const honourSchema = z.object({
  case: caseIdSchema,
  /** That entered the nomination. */
  organisation: organisationIdSchema,
  name: z.string(),
  unit: z.string(),
  form: z.string(),
  subjectKind: z.enum(subjectKinds),
  /** Of the decision. */
  number: z.string(),
  date: civilDateSchema,
});
/** A row of an issued decision as anybody may read it: its person agreed, or an article says so. A projection. */
export type Honour = z.infer<typeof honourSchema>;

const yearOf = ({ date }: Pick<Honour, 'date'>): number => Number(date.slice(0, 4));

export const honourWrite = (honour: Honour): Write => ({
  put: encode(keys.honour(yearOf(honour), honour.organisation, honour.case), honour, 1),
});
export const honourGone = (honour: Pick<Honour, 'date' | 'organisation' | 'case'>): Write => ({
  delete: keys.honour(yearOf(honour), honour.organisation, honour.case),
});

/** That an organisation has anybody on the roll of a year. */
export const honouringKey = (honour: Pick<Honour, 'date' | 'organisation'>) =>
  keys.honouring(yearOf(honour), honour.organisation);

export const parseHonour = (item: Item): Honour => decode(honourSchema, item);
