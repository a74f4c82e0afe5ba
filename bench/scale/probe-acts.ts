import type { z } from 'zod';
import {
  caseCommands,
  newModelProposalSchema,
  newNominationSchema,
  type CaseCommand,
  type CaseCommandName,
} from '#shared/domain/case-command.ts';
import type { Person } from '#shared/domain/directory.ts';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import type { Ports } from '#shared/ports.ts';
import { keys } from '#shared/records/keys.ts';
import { caseWrites, loadCase } from '#shared/records/case-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { nominate, proposeModel } from '#shared/use-cases/cases/new-case.ts';
import { reveal } from '#shared/use-cases/cases/reveal.ts';
import { attach } from '#shared/use-cases/files/files.ts';
import { postOf } from '#tests/support/case-walk.ts';
import { city } from '#tests/support/city-offices.ts';
import { december, organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { answeringQuestion, judging, judgingAchievement } from './probe-after.ts';
import { only, probe, type Choose, type Probe } from './probe.ts';

/** As the edges do: the schema of the act beside its name. */
function onCase<Name extends CaseCommandName>(
  name: Name,
  schema: z.ZodType<CaseCommand<Name>>,
  who: Person,
  which: Choose<CaseId>,
  body: object = {},
): Probe {
  return {
    name,
    prepare: async (ports, at) => {
      const id = which(at);
      const [item] = await ports.store.get([keys.caseMeta(id)]);
      const same = name === 'edit' ? { ifVersion: loadCase(item)?.version ?? 0 } : {};
      const command = schema.parse(body);
      return () => actOnCase(ports, asks(who, same), id, name, command);
    },
  };
}

const reason = { reason: 'Có đơn phản ánh', document: 'Công văn số 02/CV-CAQ' };
const content = {
  printedName: 'Lê Văn Mới',
  unit: 'Tổ dân phố số 7, phường Sở Dầu',
  birthYear: 1971,
  report: 'Vận động 80 hộ của tổ dân phố ký cam kết về an ninh trật tự.',
};
const entered = { organisation: organisations.wardCommittee.id, proposer: { name: 'Phạm Văn Tổ' }, content };
const wanted = { ...entered, round: december.id, form: 'GK_HUYEN', subjectKind: 'individual' };

/** At an office whose pages nobody measures. */
function nominateSealed(ports: Ports) {
  const sealed = { basis: 'Người giúp việc cho công an', placeholder: false };
  const organisation = organisations.districtPolice.id;
  const command = newNominationSchema.parse({ ...wanted, organisation, sealed });
  return nominate(ports, asks(people.policeSealedOfficer), command);
}

/** Acts on one case, in the order of its life. */
export const caseProbes: readonly Probe[] = [
  probe('nominate', (ports) => nominate(ports, asks(people.wardOfficer), newNominationSchema.parse(wanted))),
  {
    name: 'nominate, somebody known',
    prepare: async (ports, at) => {
      const [item] = await ports.store.get([keys.caseMeta(only(at.awarded))]);
      const command = newNominationSchema.parse({ ...wanted, subject: loadCase(item)?.value.subject });
      return () => nominate(ports, asks(people.wardOfficer), command);
    },
  },
  probe('nominate, sealed', nominateSealed),
  probe('proposeModel', (ports) => {
    const model = { place: 'Phường Sở Dầu', partners: 'Bốn trường học', sites: 4, teams: 4 };
    const body = { ...entered, content: { ...content, model } };
    return proposeModel(ports, asks(people.wardOfficer), newModelProposalSchema.parse(body));
  }),
  onCase('edit', caseCommands.edit, people.wardOfficer, (at) => only(at.drafts), {
    content: { unit: 'Tổ dân phố số 6' },
  }),
  {
    name: 'edit, sealed',
    prepare: async (ports) => {
      const { id, version } = await nominateSealed(ports);
      const request = asks(people.policeSealedOfficer, { ifVersion: version });
      const command = caseCommands.edit.parse({ content: { unit: 'Tổ dân phố số 6' } });
      return () => actOnCase(ports, request, caseIdSchema.parse(id), 'edit', command);
    },
  },
  onCase('submit', caseCommands.submit, people.wardOfficer, (at) => only(at.drafts, 1), {
    noSecrets: true,
  }),
  onCase('discard', caseCommands.discard, people.wardOfficer, (at) => only(at.drafts, 2)),
  onCase('receive', caseCommands.receive, people.policeOfficer, (at) => only(at.atReceive)),
  onCase(
    'returnIneligible',
    caseCommands.returnIneligible,
    people.policeOfficer,
    (at) => only(at.atReceive, 1),
    {
      reason: 'Chưa đủ thời gian',
      article: 'Điều 5',
    },
  ),
  onCase('recommend', caseCommands.recommend, people.policeOfficer, (at) => only(at.atAppraise)),
  onCase('notRecommend', caseCommands.notRecommend, people.policeOfficer, (at) => only(at.atAppraise, 1), {
    reason: 'Chưa rõ',
  }),
  {
    name: 'chooseLaw',
    prepare: async (ports, at) => {
      const id = only(at.atAppraise, 3);
      const loaded = loadCase((await ports.store.get([keys.caseMeta(id)]))[0]);
      if (loaded === undefined) throw new RangeError('no such case');
      await ports.store.commit(caseWrites(loaded, { ...loaded.value, lawOf: ports.clock.today() }));
      const command = caseCommands.chooseLaw.parse({ law: 'received', reason: 'Giữ quy định cũ' });
      return () => actOnCase(ports, asks(people.policeOfficer), id, 'chooseLaw', command);
    },
  },
  onCase('askSupplement', caseCommands.askSupplement, people.policeOfficer, (at) => only(at.atAppraise, 2), {
    fields: ['report'],
    note: 'Nêu rõ',
  }),
  onCase('answerSupplement', caseCommands.answerSupplement, people.wardOfficer, (at) => at.askedBack, {
    content: { report: 'Phát hiện 12 vụ việc.' },
  }),
  {
    ...onCase('answerSupplement', caseCommands.answerSupplement, people.wardOfficer, (at) => at.askedDates, {
      content: { achievementTo: '2020-08-31' },
    }),
    name: 'answerSupplement, of dates',
  },
  onCase('changeForm', caseCommands.changeForm, people.policeOfficer, (at) => only(at.atAppraise, 7), {
    form: 'BK_TINH',
    reason: 'Thành tích xuất sắc',
  }),
  onCase('reassign', caseCommands.reassign, people.policeOfficer, (at) => only(at.atAppraise, 3), {
    post: postOf(people.policeOfficer),
    reason: 'Giao việc',
  }),
  onCase('mendWording', caseCommands.mendWording, people.policeOfficer, (at) => only(at.atAppraise, 3), {
    citation: 'Có thành tích xuất sắc trong phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2020',
  }),
  onCase(
    'withdrawConsent',
    caseCommands.withdrawConsent,
    people.wardOfficer,
    (at) => only(at.atAppraise, 3),
    {
      reason: 'Người được khen đề nghị',
    },
  ),
  onCase('askQuestion', caseCommands.askQuestion, people.policeOfficer, (at) => only(at.atAppraise, 3), {
    to: organisations.wardCommittee.id,
    question: 'Ai chứng kiến?',
  }),
  answeringQuestion(),
  onCase('hold', caseCommands.hold, people.policeOfficer, (at) => only(at.atAppraise, 4), reason),
  onCase('release', caseCommands.release, people.policeOfficer, (at) => at.held, reason),
  onCase('refuse', caseCommands.refuse, people.districtLeader, (at) => only(at.atDecide), {
    reason: 'Không đủ tiêu chuẩn',
  }),
  onCase('withdraw', caseCommands.withdraw, people.wardOfficer, (at) => only(at.atWardCouncil), {
    reason: 'Trùng',
  }),
  onCase('recordNotAwarded', caseCommands.recordNotAwarded, city.movement.clerk, (at) => at.atMinister, {
    reason: 'Chưa đủ thời gian',
  }),
  judging(),
  judgingAchievement(),
  {
    ...onCase(
      'hold',
      caseCommands.hold,
      people.wardOfficer,
      (at) => only(at.letters.toStrike.cases, 1),
      reason,
    ),
    name: 'hold, on a list',
  },
  {
    ...onCase(
      'withdraw',
      caseCommands.withdraw,
      people.wardOfficer,
      (at) => only(at.letters.closed.cases, 2),
      { reason: 'Trùng' },
    ),
    name: 'withdraw, on a list',
  },
  {
    name: 'reveal',
    prepare: async (ports) => {
      const id = caseIdSchema.parse((await nominateSealed(ports)).id);
      return () => reveal(ports, asks(people.policeSealedOfficer), id, 'Đối chiếu');
    },
  },
  probe('attach to a case', (ports, at) => {
    const paper = {
      kind: 'report',
      name: 'Báo cáo.pdf',
      size: 90_000,
      contentType: 'application/pdf',
    } as const;
    return attach(ports, asks(people.policeOfficer), { case: only(at.atReceive, 2) }, paper, '/');
  }),
];
