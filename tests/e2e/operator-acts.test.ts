import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openHome, type Home } from '#local/home.ts';
import { answerRequests, askOwner, type OperatorAnswer } from '#local/operate/requests.ts';
import { dataFileName } from '#local/settings.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createVault } from '#local/vault.ts';
import type { CaseId } from '#shared/domain/id.ts';
import { walkIn } from '../support/case-walk.ts';
import { runOperate } from '../support/operate.ts';
import { people } from '../support/small-directory.ts';
import { draftNomination } from '../support/small-world.ts';
import { createTestHome } from '../support/test-home.ts';

/** Commands that write, asked of an office while it runs: the process that owns the file does them. */

const root = mkdtempSync(join(tmpdir(), 'vd-operator-'));
const data = join(root, 'office');
let ended: string;
let open: string;
let office: Home;

async function play(): Promise<void> {
  mkdirSync(data);
  const database = openDatabase(join(data, dataFileName));
  const home = await createTestHome({
    database,
    store: createSqliteStore(database),
    vault: createVault(data),
  });
  const way = walkIn(home);
  const code = async (id: CaseId): Promise<string> => (await way.caseOf(id)).publicCode;
  const [one, other] = [
    await draftNomination(home.ports),
    await draftNomination(home.ports, { birthYear: 1971 }),
  ];
  for (const id of [one, other]) await way.act(people.wardOfficer, id, 'submit');
  await way.act(people.wardOfficer, one, 'withdraw', { reason: 'Bà Sáu xin thôi' });
  [ended, open] = [await code(one), await code(other)];
  home.workflow.close();
  await database.close();
}

beforeAll(async () => {
  await play();
  const log = (): void => undefined;
  office = await openHome({ folder: data, kind: 'office', host: '127.0.0.1', port: 0, log });
}, 30_000);
afterAll(async () => {
  await office.close();
  rmSync(root, { recursive: true });
});

const order = [
  ...['--number', '12/CV-CAT', '--date', '2020-10-05'],
  ...['--authority', 'Công an thành phố', '--reason', 'Theo yêu cầu của chủ thể dữ liệu'],
];
const erase = (record: string, ...more: string[]) =>
  runOperate(['erase', '--data', data, '--record', record, ...more]);
// Each command is a program of its own: on a busy machine it starts slowly.
const patience = { timeout: 60_000 };

describe('while an office runs', patience, () => {
  it('words are erased by its own process, and its histories hold', async () => {
    expect(await erase(ended, '--all', ...order)).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /Đã xóa[^]*words erased of entries: 1, [^]*still stands in: SUBJECT#/,
      ) as string,
      err: '',
    });
    expect(await runOperate(['verify-history', '--data', data])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Nothing wrong was found.') as string,
    });
    expect(await erase(ended, '--all', ...order)).toMatchObject({
      code: 1,
      out: expect.stringContaining('nothing to erase') as string,
    });
    expect(readdirSync(join(data, 'requests'))).toEqual([]);
  });

  it('nor do they stay in its free pages or its log', () => {
    const left = [dataFileName, `${dataFileName}-wal`].filter((name) =>
      readFileSync(join(data, name)).includes('Bà Sáu xin thôi'),
    );
    expect(left).toEqual([]);
  });

  it.each<[string, () => Promise<{ code: number | null; out: string; err: string }>, RegExp]>([
    ['a case under way keeps its words', () => erase(open, '--all', ...order), /chưa kết thúc[^]*not ended/],
    ['what isn’t there is told', () => erase('CASE#x', '--all', ...order), /Không có hồ sơ[^]*no record/],
    ['no words go without a paper', () => erase(ended, '--all'), /Cách dùng[^]*--authority, --reason/],
    ['nor without saying which', () => erase(ended, ...order), /Cách dùng[^]*--entries/],
  ])('%s', async (_what, run, said) => {
    const { code, out, err } = await run();
    expect(code).toBe(1);
    expect(out + err).toMatch(said);
  });

  it('lost executions begin anew in it, and are found alive from then on', async () => {
    await runOperate(['rebuild', '--data', data]);
    expect(await runOperate(['rebuild', '--data', data])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/should carry: 1[^]*alive: 1[^]*anew: 0/) as string,
    });
  });
});

describe('what is asked of the process that owns a file', () => {
  const ask = { command: 'rebuild', replace: false } as const;

  it('isn’t left behind when that one never takes it', async () => {
    const folder = join(root, 'deaf');
    mkdirSync(folder);
    expect(await askOwner(folder, ask, { takenMs: 200, answeredMs: 1_000 })).toBeUndefined();
    expect(readdirSync(join(folder, 'requests'))).toEqual([]);
  });

  it('is told to have failed when it does, without what was in it', async () => {
    const folder = join(root, 'failing');
    mkdirSync(folder);
    const answerNone = () => Promise.reject(new RangeError('Nguyễn Thị Sáu'));
    const stop = answerRequests(folder, { answer: answerNone, log: () => undefined });
    const answer = await askOwner(folder, ask);
    stop();
    expect(answer).toMatchObject({ done: false, lines: [expect.stringContaining('RangeError')] });
    expect(JSON.stringify(answer)).not.toContain('Sáu');
    expect(existsSync(join(folder, 'requests'))).toBe(true);
  });

  const done: OperatorAnswer = { done: true, lines: ['done'] };
  const owned = (folder: string, answer = () => Promise.resolve(done)) => {
    const logged: string[] = [];
    const stop = answerRequests(folder, { answer, log: (code) => logged.push(code) });
    return { logged, stop };
  };
  const place = (path: string, ms: number): void => {
    const until = new Date(Date.now() + ms).toISOString();
    writeFileSync(path, JSON.stringify({ until, request: ask }));
  };
  const newFolder = (name: string): string => {
    const folder = join(root, name);
    mkdirSync(join(folder, 'requests'), { recursive: true });
    return folder;
  };

  it('may be withdrawn while another is answered: the owner goes on', async () => {
    const folder = newFolder('withdrawn');
    const inside = (name: string): string => join(folder, 'requests', name);
    const { logged, stop } = owned(folder, () => {
      rmSync(inside('b.json'), { force: true });
      return Promise.resolve(done);
    });
    for (const name of ['a.json', 'b.json']) place(inside(name), 60_000);
    expect(await askOwner(folder, ask)).toEqual(done);
    stop();
    expect(logged).toEqual([]);
    expect(readdirSync(join(folder, 'requests'))).toEqual(['a.answer']);
  });

  it('doesn’t end the owner where it is a folder, or its answer can’t be written', async () => {
    const folder = newFolder('odd');
    const { logged, stop } = owned(folder, () => {
      rmSync(join(folder, 'requests'), { recursive: true });
      return Promise.resolve(done);
    });
    mkdirSync(join(folder, 'requests', 'x.json', 'inside'), { recursive: true });
    await vi.waitFor(() => {
      expect(logged).toEqual(['RequestFailed']);
    }, 5_000);
    expect(await askOwner(folder, ask)).toMatchObject({
      done: false,
      lines: [expect.stringContaining('không rõ'), expect.stringContaining('not known')],
    });
    expect(logged).toEqual(['RequestFailed', 'RequestFailed']);
    stop();
  });

  it.each([
    ['it was left to an earlier owner', 60_000, false],
    ['nobody waits for it any more', -1, true],
  ])('is not done when %s', async (_what, ms, running) => {
    const folder = newFolder(`late-${ms}`);
    const path = join(folder, 'requests', 'a.json');
    if (!running) place(path, ms);
    let asks = 0;
    const { stop } = owned(folder, () => {
      asks += 1;
      return Promise.resolve(done);
    });
    if (running) place(path, ms);
    expect(await askOwner(folder, ask)).toEqual(done);
    stop();
    expect(asks).toBe(1);
    expect(readdirSync(join(folder, 'requests'))).toEqual([]);
  });
});
