import {
  caseSchema,
  isDiscarded,
  openStep,
  nextStepIndex,
  standingOf,
  type Case,
} from '../../domain/case.ts';
import type { OrganisationId, PersonId } from '../../domain/id.ts';
import { parsePublicCode } from '../../domain/public-code.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Page, Ports, Query, Store } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { decode } from '../../records/item.ts';
import { indexes, keys, recordId } from '../../records/keys.ts';
import { law } from '../../regimes/shipped.ts';
import { z } from 'zod';
import { readChain } from '../../records/history-record.ts';
import { verifyChain, type ChainFault } from '../../domain/verify-chain.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { namedOn, routeView, type StepView } from './case-view.ts';
import { awardOf } from './award-of.ts';
import { rootProofOf, type RootProof } from './daily-roots.ts';
import { publicCeremonyOf, type PublicCeremony } from './ceremony-of.ts';
import { printedProofOf, type PrintedProof } from './printed-proof.ts';
import { readNames, readReader } from './reader.ts';

export interface CaseQuery {
  readonly organisation?: OrganisationId | undefined;
  readonly status?: Case['status'] | undefined;
  /** Discarded drafts, too; an organisation's are also found among what was withdrawn. */
  readonly discarded?: boolean | undefined;
  /** Cases that are read a page, of which some may not be shown. */
  readonly size?: number;
  readonly cursor?: string | undefined;
}

/**
 * Cases an organisation of the reader entered, or that the reader typed; sealed ones only for whoever handles them.
 * @throws Refusal OrganisationForeign, InputInvalid for a cursor that no page of this question ended with
 */
export async function readCases(
  ports: Ports,
  person: PersonId,
  query: CaseQuery,
): Promise<{ cases: Case[]; cursor?: string }> {
  const reader = await readReader(ports, person);
  const { organisation, status, discarded = organisation !== undefined && status === 'WITHDRAWN' } = query;
  if (organisation !== undefined && !reader.posts.some((post) => post.organisation === organisation)) {
    throw new Refusal('OrganisationForeign', { organisation });
  }
  const page = await readPage(ports.store, {
    ...(organisation === undefined
      ? { index: 'g2' as const, pk: indexes.casesOfPerson(person).pk }
      : {
          index: 'g1' as const,
          pk: indexes.casesOfOrganisation(organisation).pk,
          ...(status === undefined ? {} : { prefix: `${status}#` }),
        }),
    descending: true,
    limit: query.size ?? 100,
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  });
  const found = page.items
    .map((item) => decode(caseSchema, item))
    .filter((subject) => discarded || !isDiscarded(subject));
  const readable = await Promise.all(found.map((subject) => mayReadCase(ports, reader.actor, subject)));
  return {
    cases: found.filter((_, index) => readable[index]),
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
}

/** A cursor that the store does not know was written by hand or belongs to another question. */
async function readPage(store: Store, query: Query): Promise<Page> {
  try {
    return await store.query(query);
  } catch (error) {
    if (!(error instanceof TypeError) || query.cursor === undefined) throw error;
    throw new Refusal('InputInvalid', {}, [{ field: 'cursor', code: 'wrongType' }]);
  }
}

export interface FollowView {
  readonly publicCode: string;
  readonly kind: Case['kind'];
  readonly status: Case['status'];
  readonly standing: ReturnType<typeof standingOf>;
  readonly form?: { readonly vi: string; readonly en: string };
  readonly enteredBy: string;
  readonly route: readonly StepView[];
  readonly movingTo?: string;
  readonly submittedOn?: string;
  readonly endedOn?: string;
  /** Number and date of the decision. */
  readonly award?: { readonly number: string; readonly date: string };
  /** The ceremony that has drawn its award: day and place, and whether it was handed over. */
  readonly ceremony?: PublicCeremony;
  /** Codes to keep on paper. */
  readonly proof: Omit<PrintedProof, 'record'>;
}

const codeSchema = z.object({ case: z.string() });

/** Where a case stands, up to the day of its ceremony, for whoever has its code: no name, no reason, nothing of a sealed case, nothing of a draft. */
export async function follow(ports: Ports, typed: string): Promise<FollowView> {
  const code = parsePublicCode(typed);
  const unknown = new Refusal('PublicCodeNotFound');
  if (code === undefined) throw unknown;
  const [pointer] = await ports.store.get([keys.publicCode(code)]);
  if (pointer === undefined) throw unknown;
  // Of a slip there is a page of its own.
  const id = codeSchema.safeParse(pointer.body).data?.case;
  if (id === undefined) throw unknown;
  const [item, guard, closings] = await ports.store.get([
    keys.caseMeta(id),
    keys.awardDrawn(id),
    keys.closings(),
  ]);
  const subject = loadCase(item)?.value;
  if (subject === undefined || subject.sealed !== undefined || subject.submittedOn === undefined)
    throw unknown;
  const steps = subject.route?.steps ?? [];
  const [names, award, ceremony] = await Promise.all([
    readNames(ports, [subject.enteredBy, ...namedOn(steps)], []),
    awardOf(ports, subject),
    publicCeremonyOf(ports, { subject, guard }),
  ]);
  const next = openStep(subject) === undefined ? steps[nextStepIndex(subject) ?? -1] : undefined;
  const form = law.formOn(subject.form ?? '', subject.submittedOn ?? ports.clock.today());
  const standing = standingOf(subject);
  const { record: _own, ...proof } = printedProofOf(recordId('CASE', id), subject, closings);
  return {
    proof,
    publicCode: subject.publicCode,
    kind: subject.kind,
    status: subject.status,
    standing: standing === 'inList' ? 'free' : standing,
    enteredBy: names.organisation(subject.enteredBy).shortName,
    route: routeView(subject, names).map(({ outcome: _private, ...step }) => step),
    submittedOn: subject.submittedOn,
    ...(award === undefined ? {} : { award: { number: award.number, date: award.date } }),
    ...(ceremony === undefined ? {} : { ceremony }),
    ...(form === undefined ? {} : { form: form.name }),
    ...(standing === 'moving' && next !== undefined
      ? { movingTo: names.organisation(next.organisation).shortName }
      : {}),
    ...(subject.endedOn === undefined ? {} : { endedOn: subject.endedOn }),
  };
}

const tipSchema = z.object({ entries: z.int(), head: z.string() });

/** Walks the stored bytes of one record's history against its count and head, and shows how far a daily root covers it. */
export async function verifyHistory(
  ports: Ports,
  record: string,
): Promise<{ entries: number; head: string; faults: ChainFault[]; rooted?: RootProof }> {
  const [item] = await ports.store.get([{ pk: record, sk: 'META' }]);
  if (item === undefined) throw new Refusal('CaseNotFound', { record });
  const tip = { record, ...tipSchema.parse(item.body) };
  const chain = await readChain(ports.store, record);
  const faults = verifyChain(tip, chain);
  const rooted = faults.length === 0 ? await rootProofOf(ports, record, chain) : undefined;
  const { entries, head } = tip;
  return { entries, head, faults, ...(rooted === undefined ? {} : { rooted }) };
}
