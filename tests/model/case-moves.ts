import { openStep, type Case } from '#shared/domain/case.ts';
import { caseCommands, type CaseCommandName } from '#shared/domain/case-command.ts';
import { caseRules, officeOf, standsFor, type CaseRule } from '#shared/domain/permission.ts';
import { letterPassed } from '#shared/domain/case-acts/entering.ts';
import { keeperOf } from '#shared/records/case-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { asks } from '#tests/support/small-world.ts';
import { handsAt, postAt } from './hands.ts';
import { actBy, type Move } from './move.ts';
import type { CaseSituation } from './situation.ts';
import { shorten, type Way } from './ways.ts';
import type { World } from './world.ts';

const reason = 'Có lý do';

/** What is said with each act; none: the act isn't walked here. */
const bodies: Partial<
  Record<CaseCommandName, (subject: Case, world: World, way: Way) => object | undefined>
> = {
  discard: () => ({}),
  submit: () => ({ noSecrets: true }),
  answerSupplement: () => ({ content: { report: 'Vận động 120 hộ; có danh sách kèm theo.' } }),
  withdraw: (subject) => (letterPassed(subject) ? undefined : { reason }),
  receive: () => ({}),
  recommend: () => ({}),
  notRecommend: () => ({ reason }),
  askSupplement: () => ({ fields: ['report'], note: 'Ghi rõ' }),
  returnIneligible: () => ({ reason, article: 'Điều 5' }),
  hold: () => ({ reason, document: 'CV 12' }),
  release: () => ({ reason, document: 'CV 13' }),
  refuse: () => ({ reason }),
  recordNotAwarded: () => ({ reason }),
  reassign: (subject, world) => ({
    reason,
    post:
      subject.assignee === undefined
        ? (postAt(world, openStep(subject)!.organisation, 'leader')?.id ?? null)
        : null,
  }),
  changeForm: (subject, _world, { forms = [] }) => {
    const form = forms.find((one) => one !== subject.form);
    return form === undefined ? undefined : { form, reason };
  },
};

const straight: readonly CaseCommandName[] = [
  'submit',
  'receive',
  'recommend',
  'answerSupplement',
  'release',
];
const names = Object.keys(bodies) as CaseCommandName[];

/** Every act that the table of rights gives somebody on this case; whoever keeps it does it. */
export function caseMoves(world: World, way: Way, { record, subject }: CaseSituation): Move[] {
  const step = openStep(subject);
  return names.flatMap((name) => {
    const rule: CaseRule = caseRules[name];
    const office = officeOf(rule, subject);
    const here = rule.stepKinds === undefined || (step !== undefined && rule.stepKinds.includes(step.kind));
    if (office === undefined || !here || !standsFor(rule, subject)) return [];
    const body = bodies[name]?.(subject, world, way);
    if (body === undefined) return [];
    const command = caseCommands[name].parse(body);
    const keeper = rule.at === 'holder' && step !== undefined ? keeperOf(step.kind) : 'officer';
    const hands = handsAt(world, office, rule.roles, keeper);
    const detour = straight.includes(name) ? {} : { detour: true as const };
    return actBy({ name, record, ...detour }, hands, async (by) => {
      await actOnCase(world.ports, asks(by), subject.id, name, command as never);
      if (name === 'submit' || name === 'changeForm') await shorten(world, way, subject.id);
    });
  });
}
