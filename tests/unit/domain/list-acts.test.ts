import { describe, expect, it } from 'vitest';
import { councilSchema, membersOn } from '#shared/domain/directory.ts';
import { fileSchema, type StoredFile } from '#shared/domain/file.ts';
import { close, issue, issueSignedOutside, reopen, sign } from '#shared/domain/list-acts.ts';
import { requireSignedPaper, withPaper } from '#shared/domain/list-papers.ts';
import { conclude, presence, result } from '#shared/domain/session-acts.ts';
import { listCommands, type ListCommand } from '#shared/domain/list-command.ts';
import { listHash, numberRows, type List, type ListRow } from '#shared/domain/list.ts';
import { isRefusal } from '#shared/domain/refusal.ts';
import { aList, aPost, aRow, aSetting, day, district, idOf, police } from './samples.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isRefusal(error)) return [error.code, ...error.faults.map((fault) => fault.field)].join(' ');
    throw error;
  }
  return 'done';
}

const head = aPost({
  id: idOf('post-head'),
  person: idOf('head'),
  role: 'leader',
  capacity: 'head',
  title: 'Trưởng Công an',
});
const deputy = aPost({
  id: idOf('post-dep'),
  person: idOf('dep'),
  role: 'leader',
  capacity: 'deputy',
  title: 'Phó Trưởng',
});
const rows = numberRows('letter', [aRow('A'), aRow('B')], []);
const closeWith = (
  list: List,
  signer = head,
  more: { rows?: typeof rows; barred?: { case: string; bar: string }[] } = {},
) => close(list, more.rows ?? rows, signer, 'Trịnh Văn Trưởng', more.barred ?? [], aSetting('2020-11-19'));

describe('closing a list', () => {
  it('fixes rows, hash and signer, and drops a signature of before', () => {
    const { list, entry } = closeWith(aList({ rows: 9 }));
    expect(list).toMatchObject({
      state: 'CLOSED',
      rows: 2,
      hash: listHash(aList(), rows),
      signer: { post: head.id, person: head.person, capacity: 'head', title: 'Trưởng Công an' },
    });
    expect(list.signature).toBeUndefined();
    expect(entry.facts).toMatchObject({ rows: 2, hash: list.hash, signer: head.id });
  });

  it.each([
    ['without rows', () => closeWith(aList(), head, { rows: [] }), 'ListEmpty rows'],
    [
      'with a row that bars the signer',
      () => closeWith(aList(), head, { barred: [{ case: 'A', bar: 'ownCase' }] }),
      'RowBarsSigner signer',
    ],
    ['by an officer’s signature', () => closeWith(aList(), aPost()), 'SignerNotLeader signer'],
    [
      'by a leader of another office',
      () => closeWith(aList(), { ...head, organisation: district as never }),
      'SignerNotLeader signer',
    ],
    [
      'by a leader whose post has ended',
      () => closeWith(aList(), { ...head, to: day('2020-11-18') }),
      'SignerNotLeader signer',
    ],
    [
      'by a leader whose post has not begun',
      () => closeWith(aList(), { ...head, from: day('2020-11-20') }),
      'SignerNotLeader signer',
    ],
    [
      'by a leader on the last day of the post',
      () => closeWith(aList(), { ...head, to: day('2020-11-19') }),
      'done',
    ],
    ['by a deputy', () => closeWith(aList(), deputy), 'done'],
  ])('%s: %3$s', (_what, run, code) => {
    expect(codeOf(run)).toBe(code);
  });

  it('needs nobody’s name for a session, and none for a decision from outside', () => {
    const bare = (list: List) => close(list, rows, undefined, '', [], aSetting()).list;
    expect(bare(aList({ kind: 'session', stepKind: 'council' })).signer).toBeUndefined();
    expect(bare(aList({ kind: 'decision', stepKind: 'outside', origin: 'outside' })).signer).toBeUndefined();
    expect(codeOf(() => bare(aList()))).toBe('SignerNotLeader signer');
  });

  it.each([
    ['a session', aList({ kind: 'session', stepKind: 'council' })],
    ['a decision from outside', aList({ kind: 'decision', stepKind: 'outside', origin: 'outside' })],
  ])('takes nobody’s name for %s: nobody here signs it', (_what, list) => {
    expect(codeOf(() => closeWith(list))).toBe('InputInvalid signer');
  });

  it('may be taken back: hash, signer and presence are gone', () => {
    const closed = {
      ...closeWith(aList()).list,
      presence: { total: 1, present: 1, turn: 1, absent: [], chair: head.person },
    };
    const { list } = reopen(closed, { reason: 'Thiếu một hồ sơ' });
    expect(list.state).toBe('GATHERING');
    expect([list.hash, list.signer, list.presence]).toEqual([undefined, undefined, undefined]);
    expect(list.turn).toBeGreaterThan(closed.turn);
  });
});

describe('signing', () => {
  const closed = closeWith(aList()).list;
  const by = (post = head) => aSetting('2020-11-20', post);

  it('names the hash that was seen', () => {
    const { list } = sign(closed, { hash: closed.hash! }, 'Trịnh Văn Trưởng', by());
    expect(list).toMatchObject({
      state: 'SIGNED',
      signature: { post: head.id, on: '2020-11-20', where: 'here', capacity: 'head', hash: closed.hash },
    });
  });

  it('is refused for a hash of before', () => {
    expect(codeOf(() => sign(closed, { hash: '0'.repeat(64) }, '', by()))).toBe('HashChanged hash');
    const struck = { ...closed, hash: listHash(closed, rows.slice(1)) };
    expect(codeOf(() => sign(struck, { hash: closed.hash! }, '', by()))).toBe('HashChanged hash');
  });

  it('is for the named signer only', () => {
    expect(codeOf(() => sign(closed, { hash: closed.hash! }, '', by(deputy)))).toBe('ActNotYours');
  });
});

describe('number and date', () => {
  const signed = sign(
    closeWith(aList()).list,
    { hash: listHash(aList(), rows) },
    '',
    aSetting('2020-11-19', head),
  ).list;
  const issued = (change: Partial<ListCommand<'issue'>>, list = signed, on = '2020-11-23') =>
    issue(list, { number: '80/TTr-CAQ', date: day('2020-11-20'), ...change }, aSetting(on));

  it('are the clerk’s act in law', () => {
    const { list, entry } = issued({});
    expect(list).toMatchObject({ state: 'ISSUED', number: '80/TTr-CAQ', date: '2020-11-20' });
    expect(entry.facts).toEqual({ number: '80/TTr-CAQ', date: '2020-11-20', hash: signed.hash });
  });

  it.each([
    ['a letter takes TTr', { number: '80/TTr-CAQ' }, 'done'],
    ['a letter takes no QĐ', { number: '80/QĐ-CAQ' }, 'NumberMalformed number'],
    ['no number without type', { number: '80' }, 'NumberMalformed number'],
    ['the day of the signature', { date: day('2020-11-19') }, 'done'],
    ['a day before it', { date: day('2020-11-18') }, 'DateNotLawful date'],
    ['today', { date: day('2020-11-23') }, 'done'],
    ['tomorrow', { date: day('2020-11-24') }, 'DateNotLawful date'],
  ])('%s', (_what, change, code) => {
    expect(codeOf(() => issued(change))).toBe(code);
  });

  it('want a QĐ for decisions and approvals, composed as it should be', () => {
    for (const kind of ['decision', 'approval'] as const) {
      const list = { ...signed, kind };
      expect(codeOf(() => issued({ number: '2920/QĐ-UBND' }, list))).toBe('done');
      expect(codeOf(() => issued({ number: '2920/TTr-UBND' }, list))).toBe('NumberMalformed number');
    }
    const number = '2920/QĐ-UBND'.normalize('NFD');
    expect(issued({ number }, { ...signed, kind: 'decision' }).list.number).toBe('2920/QĐ-UBND');
  });
});

describe('the paper that was signed outside', () => {
  const closed = aList({ state: 'CLOSED', closedOn: '2020-10-12' });
  const decided = aList({ kind: 'decision', origin: 'outside', state: 'CLOSED', closedOn: '2020-10-12' });
  const paper = (change: object): StoredFile =>
    fileSchema.parse({
      id: idOf('file'),
      record: 'LIST#x',
      kind: 'scan',
      name: 'Bản quét.pdf',
      contentType: 'application/pdf',
      size: 1,
      state: 'kept',
      by: idOf('person'),
      on: '2020-10-12',
      ...change,
    });

  it.each([
    ['a scan of the day of closing', closed, {}, 'done'],
    ['the letter itself', closed, { kind: 'letter', on: '2020-10-13' }, 'done'],
    [
      'the decision of an authority outside, older than the list’s closing',
      decided,
      { kind: 'decision', on: '2020-10-10' },
      'done',
    ],
    ['a decision beside a letter', closed, { kind: 'decision' }, 'ScanMissing scan'],
    ['a photo', closed, { kind: 'photo' }, 'ScanMissing scan'],
    ['one that is still expected', closed, { state: 'expected' }, 'ScanMissing scan'],
    ['one that was refused', closed, { state: 'refused' }, 'ScanMissing scan'],
    ['one of before the closing', closed, { on: '2020-10-11' }, 'ScanMissing scan'],
  ] as const)('%s', (_what, list, change, code) => {
    const papers = [paper({ kind: 'other' }), paper(change)];
    const { papers: kept } = papers.reduce<List>(withPaper, { ...list, papers: {} });
    expect(codeOf(() => requireSignedPaper(list, kept!))).toBe(code);
  });

  it('is the latest of several, whichever was looked at last', () => {
    const papers = [paper({ on: '2020-10-13' }), paper({ on: '2020-10-10' }), paper({ kind: 'minutes' })];
    const { papers: kept } = papers.reduce<List>(withPaper, { ...closed, papers: {} });
    expect(kept).toEqual({ signed: '2020-10-13', minutes: '2020-10-12' });
  });
});

describe('a signature made outside', () => {
  const closed = closeWith(aList()).list;
  const command: ListCommand<'issueSignedOutside'> = {
    number: '80/TTr-CAQ',
    date: day('2020-11-20'),
    signedOn: day('2020-11-19'),
    signer: { post: head.id, name: 'Trịnh Văn Trưởng', capacity: 'head' },
    hash: closed.hash!,
  };
  const entered = (change: Partial<typeof command>, list = closed) =>
    issueSignedOutside(list, { ...command, ...change }, aSetting('2020-11-23'));

  it('is entered in one act with number and date', () => {
    const { list, entry } = entered({});
    expect(list).toMatchObject({
      state: 'ISSUED',
      signature: { where: 'outside', on: '2020-11-19', name: 'Trịnh Văn Trưởng' },
    });
    expect(entry.facts).toMatchObject({
      where: 'outside',
      signedOn: '2020-11-19',
      capacity: 'head',
      number: '80/TTr-CAQ',
    });
  });

  it.each([
    ['another hash', { hash: '0'.repeat(64) }, 'HashChanged hash'],
    [
      'another signer than the named one',
      { signer: { post: deputy.id, name: 'Phó', capacity: 'deputy' as const } },
      'SignerNotLeader signer.post',
    ],
    [
      'a signer without a post',
      { signer: { name: 'Ai đó', capacity: 'head' as const } },
      'SignerNotLeader signer.post',
    ],
    ['signed after its date', { signedOn: day('2020-11-21') }, 'DateNotLawful signedOn'],
    ['signed on its date', { signedOn: day('2020-11-20') }, 'done'],
    ['dated tomorrow', { date: day('2020-11-24'), signedOn: day('2020-11-23') }, 'DateNotLawful date'],
    ['a bad number', { number: '80' }, 'NumberMalformed number'],
  ])('%s', (_what, change, code) => {
    expect(codeOf(() => entered(change))).toBe(code);
  });

  it('of an authority outside needs no post', () => {
    const { signer: _none, ...outside } = {
      ...closed,
      origin: 'outside' as const,
      kind: 'decision' as const,
    };
    const signer = { name: 'Tô Lâm', capacity: 'head' as const };
    expect(entered({ signer, number: '9/QĐ-BCA' }, outside).list.signature).toMatchObject({
      name: 'Tô Lâm',
      where: 'outside',
    });
  });
});

describe('a council session', () => {
  const seat = (name: string, to?: string) => ({
    person: idOf(name),
    seat: 'member',
    from: '2016-07-01',
    to,
  });
  const council = councilSchema.parse({
    id: idOf('council'),
    organisation: police,
    name: 'Hội đồng',
    standing: false,
    members: [seat('m-1'), seat('m-2'), seat('m-3'), seat('m-4'), seat('m-5'), seat('gone', '2020-01-01')],
    foundingDecision: 'Quyết định',
  });
  const members = membersOn(council, day('2020-10-05')).map((member) => member.person);
  const session = aList({
    kind: 'session',
    stepKind: 'council',
    state: 'CLOSED',
    council: council.id,
    heldOn: '2020-10-05',
  });
  const came = (body: unknown) => presence(session, listCommands.presence.parse(body), members);
  const away = (name: string) => ({ person: idOf(name), reason: 'Công tác' });
  const withThree = came({ chair: idOf('m-1'), absent: [away('m-4'), away('m-5')] }).list;
  const row = aRow('A');
  const found = (body: object, list = withThree, mustRecuse: string[] = []) =>
    result(list, row, listCommands.result.parse({ case: row.case, ...body }), {
      members,
      mustRecuse: mustRecuse as never,
    });
  const keep = (list: List, some: readonly ListRow[], hasMinutes = true) =>
    conclude(list, numberRows('session', some, []), hasMinutes, aSetting('2020-10-06'));

  it('counts who holds a seat on its day', () => {
    expect(withThree.presence).toMatchObject({ total: 5, present: 3, chair: idOf('m-1') });
  });

  it.each([
    ['everybody there', { chair: idOf('m-1') }, 'done'],
    ['a chair who is absent', { chair: idOf('m-1'), absent: [away('m-1')] }, 'InputInvalid chair'],
    ['a chair who is no member', { chair: idOf('gone') }, 'InputInvalid chair'],
    ['a stranger absent', { chair: idOf('m-1'), absent: [away('gone')] }, 'InputInvalid absent'],
    [
      'one member absent twice',
      { chair: idOf('m-1'), absent: [away('m-2'), away('m-2')] },
      'InputInvalid absent',
    ],
  ])('%s: %3$s', (_what, body, code) => {
    expect(codeOf(() => came(body))).toBe(code);
  });

  it.each([
    ['all three agree', { outcome: 'agreed', agreed: 3 }, 'done'],
    ['two of three agree', { outcome: 'agreed', agreed: 2 }, 'done'],
    ['one of three is no majority', { outcome: 'agreed', agreed: 1 }, 'CountsDontAddUp agreed'],
    ['more than came', { outcome: 'agreed', agreed: 4 }, 'CountsDontAddUp agreed'],
    [
      'half is no majority',
      { outcome: 'agreed', agreed: 1, recused: [idOf('m-2')] },
      'CountsDontAddUp agreed',
    ],
    ['both who may vote', { outcome: 'agreed', agreed: 2, recused: [idOf('m-2')] }, 'done'],
    [
      'more than may vote',
      { outcome: 'agreed', agreed: 3, recused: [idOf('m-2')] },
      'CountsDontAddUp agreed',
    ],
    [
      'nobody may vote',
      { outcome: 'agreed', agreed: 0, recused: ['m-1', 'm-2', 'm-3'].map(idOf) },
      'CountsDontAddUp agreed',
    ],
    ['not agreed by one', { outcome: 'notAgreed', agreed: 1 }, 'done'],
    ['postponed', { outcome: 'postponed', agreed: 0 }, 'done'],
    ['another form, not said which', { outcome: 'otherForm', agreed: 3 }, 'InputInvalid otherForm'],
    ['another form', { outcome: 'otherForm', agreed: 3, otherForm: 'BK_TINH' }, 'done'],
  ])('on one item: %s', (_what, body, code) => {
    expect(codeOf(() => found(body))).toBe(code);
  });

  it('recuses whoever must be, named or not, and nobody who was absent', () => {
    const { row: after } = found({ outcome: 'agreed', agreed: 2, recused: [idOf('m-4')] }, withThree, [
      idOf('m-3'),
      idOf('m-5'),
    ]);
    expect(after?.result).toMatchObject({ recused: [idOf('m-3')], voting: 2, agreed: 2 });
  });

  it('finds nothing before presence is entered', () => {
    expect(codeOf(() => found({ outcome: 'agreed', agreed: 3 }, session))).toBe('PresenceMissing presence');
    expect(codeOf(() => keep(session, [row]))).toBe('PresenceMissing presence');
  });

  it('ends with every result and its minutes', () => {
    const judged = found({ outcome: 'agreed', agreed: 3 }).row!;
    expect(codeOf(() => keep(withThree, [judged, aRow('B')]))).toBe('ResultsMissing results');
    expect(codeOf(() => keep(withThree, [judged], false))).toBe('MinutesMissing minutes');
    expect(keep(withThree, [judged, aRow('B', { state: 'struck' })]).list).toMatchObject({
      state: 'SIGNED',
      date: '2020-10-06',
    });
  });

  it('ends with no result that was counted on another presence', () => {
    const judged = found({ outcome: 'agreed', agreed: 3 }).row!;
    const again = presence(
      withThree,
      listCommands.presence.parse({ chair: idOf('m-1'), absent: ['m-2', 'm-3', 'm-4'].map(away) }),
      members,
    ).list;
    expect(codeOf(() => keep(again, [judged]))).toBe('ResultsMissing results');
  });

  it('ends with no result of before it was opened again', () => {
    const judged = found({ outcome: 'agreed', agreed: 3 }).row!;
    const open = reopen(withThree, { reason: 'Thêm hồ sơ' }).list;
    const closed = close(open, numberRows('session', [judged], []), undefined, '', [], aSetting()).list;
    const again = presence(closed, listCommands.presence.parse({ chair: idOf('m-1') }), members).list;
    expect(codeOf(() => keep(again, [judged]))).toBe('ResultsMissing results');
  });
});
