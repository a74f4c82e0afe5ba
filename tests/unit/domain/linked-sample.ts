import { caseSchema, type Case } from '#shared/domain/case.ts';
import { idOf } from '#tests/support/small-directory.ts';

interface Sample {
  readonly status: string;
  readonly form: string;
  /** Of the open step, if one is. */
  readonly kind: string | undefined;
  readonly onList: boolean;
}

/** A case of which only matters where it stands. */
export function sampleCase({ status, form, kind, onList }: Sample): Case {
  const step = {
    code: 'step',
    kind,
    organisation: idOf('org'),
    due: { workingDays: 5 },
    freezes: false,
    state: 'open',
    dueOn: '2020-10-20',
  };
  return caseSchema.parse({
    id: idOf('case'),
    kind: 'nomination',
    publicCode: '',
    status,
    enteredBy: idOf('org'),
    area: idOf('area'),
    createdOn: '2020-10-05',
    proposer: { name: '' },
    typist: idOf('person'),
    appraisers: [],
    form,
    label: { name: '', unit: '', namesake: false },
    subjectAccounts: [],
    otherAchievement: false,
    admittedLate: false,
    sameSubjectAs: [],
    settledBy: [],
    readers: [],
    turn: 0,
    entries: 0,
    head: '',
    updatedAt: '2020-10-05T02:00:00.000Z',
    ...(kind === undefined ? {} : { position: 0, route: { template: '', steps: [step] } }),
    ...(onList ? { list: idOf('list') } : {}),
  });
}
