import type { Calendar } from '#shared/domain/calendar.ts';
import { caseSchema, type Case, type RouteStep } from '#shared/domain/case.ts';
import type { ActSetting } from '#shared/domain/case-acts/change.ts';
import { postSchema, type Post } from '#shared/domain/directory.ts';
import { chainStart } from '#shared/domain/history.ts';
import { listRowSchema, listSchema, type List, type ListRow } from '#shared/domain/list.ts';
import { civilDateSchema, type CivilDate } from '#shared/domain/time.ts';

/** Cases, lists and people as plain values, each as small as its schema lets it be. */

export const day = (text: string): CivilDate => civilDateSchema.parse(text);
export const today = day('2020-10-05');
export const plainWeeks: Calendar = { holidays: new Set(), makeUpDays: new Set() };

/** Crockford has no I, L, O, U. */
export const idOf = (name: string): string =>
  `01Z${name.toUpperCase().replaceAll('-', '').replaceAll(/[IL]/g, '1').replaceAll('O', '0').replaceAll('U', 'V')}`.padEnd(
    26,
    '0',
  );

export const ward = idOf('org-ward');
export const police = idOf('org-police');
export const district = idOf('org-district');

export function aPost(change: Partial<Record<keyof Post, unknown>> = {}): Post {
  return postSchema.parse({
    id: idOf('post'),
    person: idOf('person'),
    organisation: police,
    role: 'officer',
    title: 'Cán bộ',
    sealed: false,
    from: '2016-07-01',
    instrument: 'Quyết định phân công',
    ...change,
  });
}

export const aSetting = (on = '2020-10-05', post: Post = aPost()): ActSetting => ({
  today: day(on),
  calendar: plainWeeks,
  post,
});

const workingDays = (count: number) => ({ workingDays: count });

/** A step as plain data; `aCase` has it parsed. */
function aStep(
  code: string,
  change: Partial<Record<keyof RouteStep, unknown>> = {},
): Record<string, unknown> {
  return {
    code,
    kind: 'appraise',
    organisation: police,
    due: workingDays(10),
    freezes: false,
    state: 'ahead',
    dueOn: '2020-10-19',
    ...change,
  };
}

const wholeRoute = [
  aStep('ward-council', { kind: 'council', organisation: ward, due: workingDays(7), dueOn: '2020-10-14' }),
  aStep('ward-letter', {
    kind: 'letter',
    organisation: ward,
    due: { roundDay: 'closingDay' },
    dueOn: '2020-11-20',
  }),
  aStep('district-receive', { kind: 'receive', due: workingDays(3), freezes: true, dueOn: '2020-11-25' }),
  aStep('district-appraise', { dueOn: '2020-12-09' }),
  aStep('district-police-letter', { kind: 'letter', due: workingDays(3), dueOn: '2020-12-14' }),
  aStep('district-council', {
    kind: 'council',
    organisation: district,
    due: { roundDay: 'councilDay' },
    dueOn: '2020-12-14',
  }),
  aStep('district-decide', {
    kind: 'decide',
    organisation: district,
    due: workingDays(7),
    dueOn: '2020-12-23',
  }),
];

export const stepCodes = wholeRoute.map((step) => String(step['code']));

/** The way of a district certificate with everything before `at` settled and `at` open; `undefined`: between two. */
function routeAt(at: number | undefined, settled = at ?? 0): Record<string, unknown> {
  const steps = wholeRoute.map((step, index) => {
    if (index < settled)
      return { ...step, state: 'settled', settledOn: '2020-10-05', outcome: 'recommended' };
    return index === at ? { ...step, state: 'open', openedOn: '2020-10-05' } : step;
  });
  return { template: 'gk-huyen-2020', steps };
}

export function aCase(change: Record<string, unknown> = {}): Case {
  return caseSchema.parse({
    id: idOf('case'),
    kind: 'nomination',
    publicCode: '7K3M-9QWD-2VXA-H',
    status: 'AT_STEP',
    enteredBy: ward,
    area: idOf('area-ward'),
    createdOn: '2020-10-05',
    submittedOn: '2020-10-05',
    proposer: { name: 'Phạm Văn Tổ' },
    typist: idOf('person-typist'),
    round: idOf('round'),
    form: 'GK_HUYEN',
    subject: idOf('subject'),
    subjectKind: 'individual',
    label: { name: 'Nguyễn Thị Sáu', unit: 'Tổ dân phố số 5', namesake: false },
    subjectAccounts: [],
    appraisers: [],
    otherAchievement: false,
    admittedLate: false,
    sameSubjectAs: [],
    settledBy: [],
    readers: [ward],
    turn: 1,
    entries: 3,
    head: chainStart,
    updatedAt: '2020-10-05T02:00:00.000Z',
    ...change,
  });
}

/** A case at the step of that code. */
export function caseAt(code: string, change: Record<string, unknown> = {}): Case {
  const position = stepCodes.indexOf(code);
  return aCase({ route: routeAt(position), position, ...change });
}

/** A case whose steps before `next` are settled and none is open. */
export const movingTo = (next: string, change: Record<string, unknown> = {}): Case =>
  aCase({ route: routeAt(undefined, stepCodes.indexOf(next)), ...change });

export const aDraft = (change: Record<string, unknown> = {}): Case => {
  const { submittedOn: _never, ...draft } = aCase({ status: 'DRAFT', turn: 0, ...change });
  return draft;
};

export function aList(change: Record<string, unknown> = {}): List {
  return listSchema.parse({
    id: idOf('list'),
    kind: 'letter',
    organisation: police,
    stepKind: 'letter',
    caseKind: 'nomination',
    title: 'Tờ trình',
    state: 'GATHERING',
    createdBy: idOf('person'),
    createdOn: '2020-10-05',
    rows: 1,
    origin: 'here',
    admittedLate: false,
    files: [],
    turn: 0,
    entries: 1,
    head: chainStart,
    updatedAt: '2020-10-05T02:00:00.000Z',
    ...change,
  });
}

export function aRow(code: string, change: Record<string, unknown> = {}): ListRow {
  return listRowSchema.parse({
    case: idOf(code),
    subjectKind: 'individual',
    name: `Người ${code}`,
    unit: 'Tổ dân phố số 5',
    namesake: false,
    publicCode: '7K3M-9QWD-2VXA-H',
    form: 'GK_HUYEN',
    citation: 'Đã có thành tích xuất sắc',
    enteredBy: ward,
    recommended: true,
    remark: '',
    state: 'on',
    ...change,
  });
}
