import { isEnded, nextStepIndex, openStep, type Case, type RouteStep } from '../../domain/case.ts';
import { listOrganisations, readTerritory } from '../../records/directory-record.ts';
import type { Law } from '../../domain/law/law.ts';
import { awardAmount } from '../../domain/law/money.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { datedFrom, type Territory } from '../../domain/route.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { Item, Ports } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import { getAll } from '../../records/query.ts';
import { indexes } from '../../records/keys.ts';
import { mayReadCase } from '../acting/who-reads.ts';
import { groundKeys, groundOf, rerouteCase, roundDaysOf, type RouteGround } from '../rounds/routing.ts';
import { movedRules, type MovedRule } from './moved-rules.ts';
import type { Reader } from '../views/reader.ts';

/** Open cases that are looked at for a preview; of more it says that there are more. */
const casesLookedAt = 200;
/** Of them those of which the rules are asked, too: each costs as much as a checklist. */
const casesJudged = 50;

export interface MovedStep {
  readonly step: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly was: CivilDate | undefined;
  readonly becomes: CivilDate | undefined;
}

export interface MovedCase {
  readonly case: Case['id'];
  readonly publicCode: string;
  readonly name: string;
  readonly steps: readonly MovedStep[];
  /** Đồng that would go with its award, if it were decided on that day and the sum is another. */
  readonly money?: { readonly was: number | undefined; readonly becomes: number | undefined };
  /** Rules that would find something else at the step where it stands. */
  readonly rules: readonly MovedRule[];
}

export interface MovedCases {
  readonly looked: number;
  /** There are more open cases than were looked at. */
  readonly more: boolean;
  /** Of how many of those the rules were asked. */
  readonly judged: number;
  /** Cases with a due day that moves, a sum that changes, or a rule that finds something else. */
  readonly count: number;
  /** Those of them that the reader may read. */
  readonly cases: readonly MovedCase[];
}

interface Compared {
  readonly now: Law;
  readonly then: Law;
  /** The day on which the ways of both are computed: today, or the first day of what is compared. */
  readonly day: CivilDate;
}

/**
 * Which due days of open cases another law would move, which sums, and what rules would find otherwise. What a holder was told of an open step stays; steps ahead are
 * expected as they would be if the case went on on that day, and of a way that is frozen only the days are counted anew.
 */
export async function movedCases(ports: Ports, reader: Reader, compared: Compared): Promise<MovedCases> {
  const { open, more } = await openCases(ports);
  const judged = open.slice(0, casesJudged);
  const [grounds, ruled] = await Promise.all([
    groundsOf(ports, open, compared.now),
    movedRules(ports, judged, compared),
  ]);
  const moved = open.flatMap((subject, place) => {
    const ground = grounds[place];
    const steps = ground === undefined ? [] : movedSteps(subject, ground, compared);
    const money = changedMoney(subject, compared);
    const rules = ruled.get(subject.id) ?? [];
    const same = steps.length === 0 && money === undefined && rules.length === 0;
    return same ? [] : [{ subject, steps, money, rules }];
  });
  const shown = await Promise.all(
    moved.map(async ({ subject, steps, money, rules }): Promise<MovedCase[]> => {
      if (!(await mayReadCase(ports, reader.actor, subject))) return [];
      const { id, publicCode, label } = subject;
      return [{ case: id, publicCode, name: label.name, steps, rules, ...(money && { money }) }];
    }),
  );
  return { looked: open.length, judged: judged.length, more, count: moved.length, cases: shown.flat() };
}

async function openCases(ports: Ports): Promise<{ open: Case[]; more: boolean }> {
  const offices = (await listOrganisations(ports.store)).filter(({ outside }) => outside !== true);
  const open: Case[] = [];
  for (const { id } of offices) {
    const page = await ports.store.query({
      index: 'g1',
      ...{ pk: indexes.casesOfOrganisation(id).pk, prefix: 'AT_STEP#' },
      limit: casesLookedAt + 1 - open.length,
    });
    const found = page.items.flatMap((item) => loadCase(item)?.value ?? []);
    // What is sealed isn't even counted: a number that grows would tell of it.
    open.push(...found.filter(({ sealed }) => sealed === undefined));
    if (open.length > casesLookedAt) break;
  }
  return { open: open.slice(0, casesLookedAt), more: open.length > casesLookedAt };
}

/** Offices, rounds and areas are few: each is read once. */
async function groundsOf(ports: Ports, open: readonly Case[], law: Law): Promise<RouteGround[]> {
  const areas = [...new Set(open.map(({ area }) => area))];
  const named = open.flatMap((subject) => groundKeys(subject));
  const places = new Map(named.flatMap((key) => (key === undefined ? [] : [[key.pk, key] as const])));
  const [territories, items] = await Promise.all([
    Promise.all(areas.map((area) => readTerritory(ports.store, area))),
    getAll(ports.store, [...places.values()]),
  ]);
  const found = new Map<string, Item | undefined>([...places.keys()].map((pk, place) => [pk, items[place]]));
  const around = new Map(areas.map((area, place) => [area, territories[place]] as const));
  return open.map((subject) => {
    const territory: Territory = around.get(subject.area) ?? { areas: [], organisations: [] };
    const own = groundKeys(subject).map((key) => key && found.get(key.pk));
    return groundOf(own, { territory, law });
  });
}

function movedSteps(subject: Case, ground: RouteGround, { now, then, day }: Compared): MovedStep[] {
  if (isEnded(subject.status)) return [];
  const before = stepsUnder(subject, { ...ground, law: now }, day);
  const after = stepsUnder(subject, { ...ground, law: then }, day);
  const codes = [...new Set([...before.keys(), ...after.keys()])];
  return codes.flatMap((step) => {
    const [was, becomes] = [before.get(step), after.get(step)];
    return was === becomes ? [] : [{ step, title: titleOf(then, subject, step), was, becomes }];
  });
}

/** Undefined where the award brings the same. */
function changedMoney({ form, subjectKind }: Case, { now, then, day }: Compared): MovedCase['money'] {
  if (form === undefined || subjectKind === undefined) return undefined;
  const [was, becomes] = [now, then].map((law) => awardAmount(law, { form, subjectKind }, day)?.dong);
  return was === becomes ? undefined : { was, becomes };
}

/** As its own way calls it, else the first way that knows such a step. */
function titleOf(law: Law, { route }: Case, step: string): MovedStep['title'] {
  const ways = [law.template(route?.template ?? ''), ...law.data.templates];
  const found = ways.flatMap((way) => way?.steps.find(({ code }) => code === step) ?? [])[0];
  return found?.title ?? { vi: step, en: step };
}

/** Due days of steps that nobody has settled, by code; none where no way can be found. */
function stepsUnder(subject: Case, ground: RouteGround, day: CivilDate): ReadonlyMap<string, CivilDate> {
  try {
    const steps =
      subject.route?.frozenOn === undefined
        ? (rerouteCase(ground, subject, { form: subject.form, day }).route?.steps ?? [])
        : frozenSteps(subject, ground, day);
    return new Map(steps.filter(({ state }) => state !== 'settled').map(({ code, dueOn }) => [code, dueOn]));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return new Map();
  }
}

function frozenSteps(subject: Case, { law, round }: RouteGround, day: CivilDate): RouteStep[] {
  const open = openStep(subject);
  const ahead = subject.route?.steps.slice(
    open === undefined ? (nextStepIndex(subject) ?? 0) : (subject.position ?? 0) + 1,
  );
  const from = open === undefined || open.dueOn < day ? day : open.dueOn;
  return datedFrom(ahead ?? [], from, {
    calendar: law.calendar,
    roundDays: roundDaysOf(round, subject.form),
  });
}
