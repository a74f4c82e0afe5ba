import { must, postingSetting, report, type PermissionWorld } from './permission-world.ts';
import { openRound, targets, type Target } from './permission-people.ts';
import { pastDecision } from './past-decision.ts';
import { councils, organisations, people } from './small-directory.ts';

/** How one route is tried: on which record, standing where, with a body that would be taken. */
export interface Probe {
  readonly target: Target;
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: string;
}

const reason = 'Có lý do';
const today = '2020-10-05';

/** One probe for each route of the table, by its method and path. */
export function probesOf(world: PermissionWorld): Readonly<Record<string, Probe>> {
  return {
    ...officeProbes(),
    ...setupProbes(),
    ...pastProbes(world),
    ...slipProbes(world),
    ...caseProbes(world),
    ...sessionProbes(world),
    ...signedProbes(world, 'letters'),
    ...signedProbes(world, 'decisions'),
    ...signedProbes(world, 'opinion-requests'),
    ...opinionProbes(world),
    ...ceremonyProbes(world),
    ...lawProbes(world),
    ...readProbes(world),
  };
}

function officeProbes(): Record<string, Probe> {
  const content = { printedName: 'Trần Văn Mới', unit: 'Tổ 6' };
  const proposer = { name: 'Phạm Văn Tổ' };
  const ward = { organisation: organisations.wardCommittee.id };
  const nomination = {
    ...ward,
    round: openRound.id,
    form: 'GK_HUYEN',
    subjectKind: 'individual',
    proposer,
    content,
  };
  const { id: _id, ...round } = openRound;
  return {
    'POST /api/nominations': { target: 'ward', path: '/api/nominations', body: nomination },
    'POST /api/nominations/check': { target: 'ward', path: '/api/nominations/check', body: nomination },
    'POST /api/model-proposals': {
      target: 'ward',
      path: '/api/model-proposals',
      body: { ...ward, proposer, content },
    },
    'POST /api/letters': { target: 'ward', path: '/api/letters', body: { ...ward, title: 'Tờ trình' } },
    'POST /api/sessions': {
      target: 'ward',
      path: '/api/sessions',
      body: { ...ward, title: 'Phiên họp', council: councils.ward.id, heldOn: today },
    },
    'POST /api/decisions': {
      target: 'district',
      path: '/api/decisions',
      body: { organisation: organisations.districtCommittee.id, title: 'Quyết định' },
    },
    'POST /api/opinion-requests': {
      target: 'police',
      path: '/api/opinion-requests',
      body: {
        organisation: organisations.districtPolice.id,
        title: 'Lấy ý kiến',
        stepKind: 'appraise',
        asked: [organisations.districtCommittee.id],
      },
    },
    'POST /api/rounds': { target: 'district', path: '/api/rounds', body: round },
    'POST /api/rounds/:id/admissions': {
      target: 'district',
      path: `/api/rounds/${openRound.id}/admissions`,
      body: { ...ward, reason },
    },
    'POST /api/people/:id/end-sign-ins': {
      target: 'ward',
      path: `/api/people/${people.wardClerk.id}/end-sign-ins`,
      body: {},
    },
    'POST /api/ceremonies': {
      target: 'district',
      path: '/api/ceremonies',
      body: {
        host: organisations.districtCommittee.id,
        title: 'Lễ trao',
        day: '2020-12-29',
        place: 'Hội trường',
      },
    },
  };
}

/** Setting up, and keeping the directory of the ward. */
function setupProbes(): Record<string, Probe> {
  const ward = organisations.wardCommittee;
  const member = people.wardMember;
  const post = {
    organisation: ward.id,
    role: 'officer',
    title: 'Chuyên viên',
    from: today,
    instrument: 'Quyết định số 12/QĐ-UBND',
  };
  const at = (path: string, asked: string, body?: object): [string, Probe] => [
    path,
    { target: 'ward', path: asked, ...(body === undefined ? {} : { body }) },
  ];
  return Object.fromEntries([
    at('POST /api/office', '/api/office', {
      office: 'ward-committee',
      commune: 'Phường Mới',
      province: 'Thành phố Hải Phòng',
    }),
    at('POST /api/organisations', '/api/organisations', {
      keeper: ward.id,
      kind: 'union',
      area: ward.area,
      name: 'Đoàn TNCS Hồ Chí Minh phường Sở Dầu',
      shortName: 'Đoàn phường Sở Dầu',
      numberSuffix: 'ĐTN',
      headTitle: 'Bí thư Đoàn phường Sở Dầu',
      outside: false,
    }),
    at('POST /api/organisations/:id/place', `/api/organisations/${ward.id}/place`, { outside: false }),
    at('POST /api/organisations/:id/name', `/api/organisations/${ward.id}/name`, {
      name: ward.name,
      shortName: ward.shortName,
      headTitle: ward.headTitle,
    }),
    at('POST /api/funds', '/api/funds', { organisation: ward.id, year: 2020, total: 10_000_000 }),
    at('POST /api/people', '/api/people', {
      people: [{ name: 'Lê Thị Mới', username: 'moi.le', posts: [post] }],
    }),
    at('POST /api/people/:id/posts', `/api/people/${member.id}/posts`, post),
    at('POST /api/people/:id/end-post', `/api/people/${member.id}/end-post`, {
      post: must(member.posts[0]).id,
      to: today,
      reason,
    }),
    at('POST /api/people/:id/invite', `/api/people/${member.id}/invite`, {}),
    at('POST /api/organisations/:id/councils', `/api/organisations/${ward.id}/councils`, {
      name: 'Hội đồng TĐKT phường Sở Dầu',
      foundingDecision: 'Quyết định số 15/QĐ-UBND',
      from: today,
      members: [
        { person: people.wardLeader.id, seat: 'chair' },
        { person: people.wardSecretary.id, seat: 'secretary' },
        { person: member.id, seat: 'member' },
      ],
    }),
    at('GET /api/organisations/:id/directory', `/api/organisations/${ward.id}/directory`),
    at('GET /api/organisations/:id/register', `/api/organisations/${ward.id}/register`),
  ]);
}

function slipProbes({ slip, cases }: PermissionWorld): Record<string, Probe> {
  const path = '/api/slips';
  const asked = { organisation: organisations.wardCommittee.id, round: openRound.id };
  return {
    [`GET ${path}`]: { target: 'ward', path: `${path}?organisation=${asked.organisation}` },
    [`GET ${path}/:id`]: { target: 'ward', path: `${path}/${slip}` },
    [`POST ${path}/open`]: { target: 'ward', path: `${path}/open`, body: asked },
    [`POST ${path}/close`]: { target: 'ward', path: `${path}/close`, body: asked },
    [`POST ${path}/:id/accept`]: {
      target: 'ward',
      path: `${path}/${slip}/accept`,
      body: { form: 'GK_HUYEN', proposer: 'Tổ dân phố số 5' },
    },
    [`POST ${path}/:id/merge`]: {
      target: 'ward',
      path: `${path}/${slip}/merge`,
      body: { into: { case: cases.draft } },
    },
    [`POST ${path}/:id/refuse`]: {
      target: 'ward',
      path: `${path}/${slip}/refuse`,
      body: { reason: 'incomplete' },
    },
  };
}

function pastProbes({ past, cases }: PermissionWorld): Record<string, Probe> {
  const path = '/api/past-decisions';
  const { id: organisation } = organisations.wardCommittee;
  const [row] = pastDecision().rows;
  const fresh = pastDecision({ number: '7/QĐ-UBND', rows: [{ ...row, birthYear: 1950 }] });
  return {
    [`POST ${path}`]: { target: 'ward', path, body: fresh },
    [`POST ${path}/check`]: { target: 'ward', path: `${path}/check`, body: fresh },
    [`GET ${path}`]: { target: 'ward', path: `${path}?organisation=${organisation}` },
    [`POST ${path}/known`]: {
      target: 'ward',
      path: `${path}/known`,
      body: { organisation, level: 'commune', since: '2018-01-01' },
    },
    [`GET ${path}/:id`]: { target: 'ward', path: `${path}/${past}` },
    [`POST ${path}/:id/correct`]: {
      target: 'ward',
      path: `${path}/${past}/correct`,
      body: { line: 1, unit: 'Tổ dân phố số 6', reason },
    },
    [`POST ${path}/:id/withdraw`]: { target: 'ward', path: `${path}/${past}/withdraw`, body: { reason } },
    'GET /api/cases/:id/earlier-awards': {
      target: 'ward',
      path: `/api/cases/${cases.draft}/earlier-awards`,
    },
  };
}

function caseProbes({ cases, more, other, paper, draftVersion }: PermissionWorld): Record<string, Probe> {
  const at = (target: Target, id: string, act: string, body: object): [string, Probe] => [
    `POST /api/cases/:id/${act}`,
    { target, path: `/api/cases/${id}/${act}`, body },
  ];
  return {
    'PATCH /api/cases/:id': {
      target: 'ward',
      path: `/api/cases/${cases.draft}`,
      body: { content: { title: 'Tổ trưởng' } },
      ifMatch: `"${draftVersion}"`,
    },
    ...Object.fromEntries([
      at('ward', cases.draft, 'discard', {}),
      at('ward', cases.draft, 'submit', { noSecrets: true }),
      at('ward', cases.draft, 'files', report),
      at('ward', cases.atCouncil, 'withdraw', { reason }),
      at('ward', cases.supplemented, 'answer-supplement', { content: { citation: 'Rõ hơn' } }),
      at('police', cases.toReceive, 'receive', {}),
      at('police', cases.toReceive, 'ask-supplement', { fields: ['report'], note: 'Ghi rõ' }),
      at('police', cases.toReceive, 'change-form', { form: 'BK_TINH', reason }),
      at('police', cases.toReceive, 'hold', { reason, document: 'CV 12' }),
      at('police', cases.toReceive, 'reassign', { post: null, reason }),
      at('police', cases.toReceive, 'judge-identity', { other, answer: 'namesake', reason }),
      at('police', cases.toReceive, 'mend-wording', { citation: 'Có thành tích xuất sắc' }),
      at('ward', cases.atCouncil, 'withdraw-consent', { reason }),
      at('police', cases.toReceive, 'ask-question', { to: organisations.wardCommittee.id, question: reason }),
      at('ward', cases.supplemented, 'answer-question', { answer: reason }),
      at('police', more.held, 'release', { reason, document: 'CV 13' }),
      at('police', more.toAppraise, 'recommend', {}),
      at('police', more.toAppraise, 'not-recommend', { reason }),
      at('police', more.toAppraise, 'choose-law', { law: 'received', reason }),
      at('police', more.toAppraise, 'judge-achievement', { other: more.award, answer: 'other', reason }),
      at('police', more.toAppraise, 'return-ineligible', { reason, article: 'Điều 5' }),
      at('district', more.toRefuse, 'refuse', { reason }),
      at('district', more.toRecord, 'record-not-awarded', { reason }),
      at('ward', cases.sealed, 'reveal', { reason }),
    ]),
    'POST /api/files/:id/check': { target: 'ward', path: `/api/files/${paper}/check`, body: {} },
  };
}

function listProbe(target: Target, noun: string) {
  return (id: string, act: string, body: object): [string, Probe] => [
    `POST /api/${noun}/:id/${act}`,
    { target, path: `/api/${noun}/${id}/${act}`, body },
  ];
}

function sessionProbes({ sessions }: PermissionWorld): Record<string, Probe> {
  const { gathering, closed, present, ready } = sessions;
  const at = listProbe('ward', 'sessions');
  return Object.fromEntries([
    at(gathering.id, 'gather', { cases: [{ case: gathering.free }] }),
    at(gathering.id, 'ungather', { case: gathering.row }),
    at(gathering.id, 'order', { cases: [gathering.row] }),
    at(gathering.id, 'close', {}),
    at(gathering.id, 'files', { ...report, kind: 'minutes' }),
    at(closed.id, 'reopen', { reason }),
    at(closed.id, 'strike', { case: closed.row, reason }),
    at(closed.id, 'presence', { chair: people.wardLeader.id }),
    at(present.id, 'result', { case: present.row, outcome: 'agreed', agreed: councils.ward.members.length }),
    at(ready.id, 'conclude', {}),
  ]);
}

const signedNouns = {
  letters: { of: 'letters', target: 'ward', sign: '/TTr-UBND' },
  decisions: { of: 'decisions', target: 'district', sign: '/QĐ-UBND' },
  'opinion-requests': { of: 'requests', target: 'police', sign: '/CAQ-XDPT' },
} as const;

function signedProbes(world: PermissionWorld, noun: keyof typeof signedNouns): Record<string, Probe> {
  const { of, target, sign } = signedNouns[noun];
  const { gathering, closed, signed } = world[of];
  const { hash, signer } = closed;
  const post = must(signer.posts[0]).id;
  const at = listProbe(target, noun);
  const outside = { signer: { post, name: signer.name, capacity: 'deputy' }, signedOn: today, hash };
  return Object.fromEntries([
    at(gathering.id, 'gather', { cases: [{ case: gathering.free }] }),
    at(gathering.id, 'ungather', { case: gathering.row }),
    at(gathering.id, 'order', { cases: [gathering.row] }),
    at(gathering.id, 'close', { signer: post }),
    at(gathering.id, 'files', report),
    at(closed.id, 'reopen', { reason }),
    at(closed.id, 'strike', { case: closed.row, reason }),
    at(closed.id, 'sign', { hash }),
    at(closed.id, 'issue-signed-outside', { number: `900${sign}`, date: today, ...outside }),
    at(signed.id, 'issue', { number: `901${sign}`, date: today }),
  ]);
}

/** Asked is the district; whoever asked goes on once the day has passed. */
function opinionProbes({ requests }: PermissionWorld): Record<string, Probe> {
  const { answered, corrected, overdue } = requests;
  const { id: organisation } = organisations.districtCommittee;
  const answers = [{ case: answered.row, opinion: 'agrees' }];
  return Object.fromEntries([
    listProbe('district', 'opinion-requests')(answered.id, 'answer', { organisation, answers }),
    listProbe('district', 'opinion-requests')(corrected.id, 'correct-answer', {
      organisation,
      answer: { case: corrected.row, opinion: 'none', reason },
    }),
    listProbe('police', 'opinion-requests')(overdue.id, 'go-on', { cases: [overdue.row], reason }),
  ]);
}

function ceremonyProbes({ ceremonies }: PermissionWorld): Record<string, Probe> {
  const { preparing, arranging, held, awarded, decision } = ceremonies;
  const at = listProbe('district', 'ceremonies');
  return Object.fromEntries([
    at(preparing, 'draw', { decision }),
    at(preparing, 'arrange', { groups: [] }),
    at(arranging.id, 'take-out', { cases: [arranging.award] }),
    at(arranging.id, 'regroup', { cases: [arranging.award] }),
    at(preparing, 'cancel', { reason }),
    at(held, 'hand-over', { case: awarded, state: 'PRESENTED' }),
  ]);
}

function lawProbes({ setting }: PermissionWorld): Record<string, Probe> {
  const at = (path: string, body?: object): [string, Probe] => [
    `${body === undefined ? 'GET' : 'POST'} ${path}`,
    { target: 'district', path: path.replace(':id', setting), ...(body && { body }) },
  ];
  const another = { ...postingSetting, validFrom: '2022-01-01' };
  return Object.fromEntries([
    at('/api/law'),
    at('/api/law/unconfirmed'),
    at('/api/law/settings'),
    at('/api/law/settings/:id'),
    at('/api/law/settings', another),
    at('/api/law/settings/preview', another),
    at('/api/law/settings/:id/confirm', {}),
    at('/api/law/settings/:id/refuse', { reason }),
    at('/api/law/settings/:id/withdraw', {}),
  ]);
}

function readProbes(world: PermissionWorld): Record<string, Probe> {
  const { cases, sessions, letters, decisions, requests, ceremonies } = world;
  const ward = organisations.wardCommittee.id;
  const get = (path: string, asked = path, target: Target = 'ward'): [string, Probe] => [
    `GET ${path}`,
    { target, path: asked },
  ];
  const oneList = (noun: string, id: string, target: Target) => [
    get(`/api/${noun}/:id`, `/api/${noun}/${id}`, target),
    get(`/api/${noun}/:id/candidates`, `/api/${noun}/${id}/candidates`, target),
  ];
  return {
    ...Object.fromEntries([
      get('/api/cases', `/api/cases?organisation=${ward}`),
      get('/api/cases/:id', `/api/cases/${cases.draft}`),
      get('/api/cases/:id/history/verification', `/api/cases/${cases.draft}/history/verification`),
      get('/api/cases/:id/rules', `/api/cases/${cases.draft}/rules`),
      get('/api/cases/:id/expected-route', `/api/cases/${cases.draft}/expected-route`),
      get('/api/lists', `/api/lists?organisation=${ward}`),
      ...oneList('sessions', sessions.gathering.id, 'ward'),
      ...oneList('letters', letters.gathering.id, 'ward'),
      ...oneList('decisions', decisions.gathering.id, 'district'),
      ...oneList('opinion-requests', requests.gathering.id, 'police'),
      get('/api/files/:id', `/api/files/${world.keptPaper}`),
      get('/api/figures/cases', `/api/figures/cases?round=${openRound.id}`),
      get('/api/figures/paces', '/api/figures/paces?step=ward-council'),
      get('/api/search', '/api/search?q=Nguyen'),
      get('/api/ceremonies'),
      get('/api/ceremonies/:id', `/api/ceremonies/${ceremonies.preparing}`, 'district'),
      get('/api/subjects', '/api/subjects?kind=individual&name=X&birthYear=1950'),
      get('/api/organisations/:id/councils', `/api/organisations/${ward}/councils`),
      get('/api/organisations/:id/posts', `/api/organisations/${targets.police.own.id}/posts?role=officer`),
      get('/api/follow/:code', `/api/follow/${world.publicCode}`),
      ...[
        '/api/rounds',
        '/api/me',
        '/api/organisations',
        '/api/award-forms',
        '/api/inbox',
        '/api/at-risk',
        '/api/figures',
        '/api/figures/awards',
        '/api/funds',
        '/api/daily-roots',
        '/api/notices',
      ].map((path) => get(path)),
      get('/api/openapi.json'),
    ]),
    'POST /api/notices/read': { target: 'ward', path: '/api/notices/read', body: {} },
  };
}
