import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attachCommandSchema, maxFileBytes } from '#shared/domain/file.ts';
import type { Person } from '#shared/domain/directory.ts';
import { verifyChain } from '#shared/domain/verify-chain.ts';
import {
  fileIdSchema,
  listIdSchema,
  personIdSchema,
  type CaseId,
  type FileId,
  type ListId,
} from '#shared/domain/id.ts';
import { newSessionSchema } from '#shared/domain/list-command.ts';
import { BytesReplaced } from '#shared/files/bytes-replaced.ts';
import { StoreUnavailable } from '#shared/ports.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { readChain, readHistory } from '#shared/records/history-record.ts';
import { keys } from '#shared/records/keys.ts';
import { loadList } from '#shared/records/list-record.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { attach, checkFile, filesOf, parseFileId, readFileLink } from '#shared/use-cases/files/files.ts';
import { startSession } from '#shared/use-cases/lists/new-list.ts';
import type { ActRequest } from '#shared/use-cases/acting/request.ts';
import { pdf, png } from '#tests/support/papers.ts';
import { councils, organisations, people } from '#tests/support/small-directory.ts';
import { asks, createTestPorts, draftNomination, type TestPorts } from '#tests/support/small-world.ts';

const scan = attachCommandSchema.parse({
  kind: 'scan',
  name: 'Bản khai thành tích.pdf',
  size: pdf.length,
  contentType: 'application/pdf',
});
const back = '/cases/back';
const actorOf = ({ id, name, posts }: Person) => ({ person: id, name, posts });

async function attached(
  ports: TestPorts,
  id: CaseId,
  bytes: Uint8Array = pdf,
  request?: ActRequest,
): Promise<FileId> {
  const file = await attach(ports, request ?? asks(people.wardOfficer), { case: id }, scan, back);
  ports.files.receive(file.id, bytes);
  return file.id;
}

async function actsOf(ports: TestPorts, record: string): Promise<string[]> {
  return (await readHistory(ports.store, record)).map(({ entry }) => entry.act);
}

async function sessionOf(ports: TestPorts): Promise<ListId> {
  const command = newSessionSchema.parse({
    organisation: organisations.wardCommittee.id,
    title: 'Phiên họp tháng 10',
    council: councils.ward.id,
    heldOn: '2020-10-06',
  });
  return listIdSchema.parse((await startSession(ports, asks(people.wardSecretary), command)).id);
}

/** The case stands at the ward's council, as if the flow had opened that step. */
async function atFirstStep(ports: TestPorts, id: CaseId): Promise<void> {
  await actOnCase(ports, asks(people.wardOfficer), id, 'submit', { noSecrets: true });
  const [item] = await ports.store.get([keys.caseMeta(id)]);
  const body = { ...item!.body, position: 0 };
  await ports.store.commit([{ put: { ...item!, version: item!.version + 1, body } }]);
}

describe('a paper of a case', () => {
  it('is expected, comes, is looked at and kept under its hash', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const { id: file, upload } = await attach(ports, asks(people.wardOfficer), { case: id }, scan, back);

    expect(upload.fields).toMatchObject({ id: file, maxBytes: String(maxFileBytes), redirectTo: back });
    expect(await filesOf(ports, `CASE#${id}`)).toMatchObject([{ id: file, kind: 'scan', state: 'expected' }]);

    ports.files.receive(file, pdf);
    const kept = await checkFile(ports, asks(people.wardOfficer), file);

    expect(kept).toMatchObject({ state: 'kept', size: pdf.length, name: 'Bản khai thành tích.pdf' });
    expect(kept.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await filesOf(ports, `CASE#${id}`)).toEqual([kept]);
    expect(ports.files.released).toEqual(new Set([file]));
    expect(await readFileLink(ports, actorOf(people.wardOfficer), file)).toContain(file);
  });

  it('leaves its name out of the chained history, which still holds', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    await checkFile(ports, asks(people.wardOfficer), await attached(ports, id));

    const record = `CASE#${id}`;
    const chain = await readChain(ports.store, record);
    const [item] = await ports.store.get([keys.caseMeta(id)]);
    const meta = loadCase(item)!;
    expect(await actsOf(ports, record)).toEqual(['Drafted', 'FileExpected', 'FileKept']);
    expect(chain.map((entry) => entry.text).join('')).not.toContain('Bản khai');
    expect(verifyChain({ record, entries: meta.value.entries, head: meta.value.head }, chain)).toEqual([]);
    expect(meta.version).toBe(3);
  });

  it.each([
    ['another size than was declared', Buffer.concat([pdf, pdf]), 'otherSize'],
    [
      'another type than its name says',
      Buffer.concat([png, Buffer.alloc(pdf.length - png.length)]),
      'otherType',
    ],
  ])('is refused and thrown away when it has %s', async (_, bytes, reason) => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const file = await attached(ports, id, bytes);

    expect(await checkFile(ports, asks(people.wardOfficer), file)).toMatchObject({
      state: 'refused',
      reason,
    });
    expect(await actsOf(ports, `CASE#${id}`)).toContain('FileRefused');
    expect(ports.files.discarded).toEqual(new Set([file]));
    await expect(readFileLink(ports, actorOf(people.wardOfficer), file)).rejects.toThrow('FileNotFound');
  });

  it('takes its size as it came where a form without script could not say', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const unsaid = { ...scan, size: 0 };
    const [small, large] = [
      await attach(ports, asks(people.wardOfficer), { case: id }, unsaid, back),
      await attach(ports, asks(people.wardOfficer), { case: id }, unsaid, back),
    ];
    ports.files.receive(small.id, pdf);
    ports.files.receive(large.id, Buffer.concat([pdf, Buffer.alloc(maxFileBytes)]));

    expect(await checkFile(ports, asks(people.wardOfficer), small.id)).toMatchObject({
      state: 'kept',
      size: pdf.length,
    });
    expect(await checkFile(ports, asks(people.wardOfficer), large.id)).toMatchObject({ reason: 'tooLarge' });
  });

  it('is refused at once when it is declared too large or of a type that is not taken, naming those that are', async () => {
    const ports = await createTestPorts();
    const target = { case: await draftNomination(ports) };
    const tooLarge = { ...scan, size: maxFileBytes + 1 };
    const page = { ...scan, contentType: 'text/html' };

    await expect(attach(ports, asks(people.wardOfficer), target, tooLarge, back)).rejects.toMatchObject({
      code: 'FileTooLarge',
      details: { max: maxFileBytes },
    });
    await expect(attach(ports, asks(people.wardOfficer), target, page, back)).rejects.toMatchObject({
      code: 'FileTypeRefused',
      details: { allowed: ['pdf', 'png', 'jpg', 'docx', 'xlsx'] },
    });
    expect(await filesOf(ports, `CASE#${target.case}`)).toEqual([]);
  });

  it('is not there yet: checked later, the same request succeeds', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const { id: file } = await attach(ports, asks(people.wardOfficer), { case: id }, scan, back);
    const request = asks(people.wardOfficer);

    await expect(checkFile(ports, request, file)).rejects.toThrow('FileNotArrived');
    await expect(readFileLink(ports, actorOf(people.wardOfficer), file)).rejects.toThrow('FileNotArrived');
    ports.files.receive(file, pdf);
    expect((await checkFile(ports, request, file)).state).toBe('kept');
  });

  it('is attached once and checked once by a request sent twice, also at the same moment', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const request = asks(people.wardOfficer);
    const [one, other] = await Promise.all([
      attached(ports, id, pdf, request),
      attached(ports, id, pdf, request),
    ]);
    const check = asks(people.wardOfficer);
    const checks = await Promise.all([checkFile(ports, check, one), checkFile(ports, check, one)]);

    expect(one).toBe(other);
    expect(checks[0]).toEqual(checks[1]);
    expect(await checkFile(ports, asks(people.wardOfficer), one)).toEqual(checks[0]);
    expect(await actsOf(ports, `CASE#${id}`)).toEqual(['Drafted', 'FileExpected', 'FileKept']);
  });

  it('takes no key that was used for another act, or for another body', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const request = asks(people.wardOfficer);
    const file = await attached(ports, id, pdf, request);
    const otherBody = asks(people.wardOfficer, { key: request.key, body: 'another' });

    await expect(checkFile(ports, request, file)).rejects.toThrow('IdempotencyKeyReused');
    await expect(attached(ports, id, pdf, otherBody)).rejects.toThrow('IdempotencyKeyReused');
  });

  it('is released as it was inspected: bytes that come in between stay in quarantine', async () => {
    const ports = await createTestPorts();
    const file = await attached(ports, await draftNomination(ports));
    const swapped = {
      ...ports,
      files: {
        ...ports.files,
        inspect: async (id: string) => {
          const seen = await ports.files.inspect(id);
          ports.files.receive(id, Buffer.from('%PDF-1.7 other words'));
          return seen;
        },
      },
    };
    await expect(checkFile(swapped, asks(people.wardOfficer), file)).rejects.toThrow(BytesReplaced);
    expect([...ports.files.released]).toEqual([]);
    await expect(readFileLink(ports, actorOf(people.wardOfficer), file)).rejects.toThrow('FileNotArrived');
  });

  it('that another check has just kept with other bytes is recorded as it is kept', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const file = await attached(ports, id);
    const other = Buffer.concat([pdf.subarray(0, -1), Buffer.from('!')]);
    const overtaken: TestPorts = {
      ...ports,
      files: {
        ...ports.files,
        release: async (_id, _revision, paper) => {
          ports.files.receive(file, other);
          await ports.files.release(file, (await ports.files.inspect(file))!.revision, paper);
        },
      },
    };
    const kept = await checkFile(overtaken, asks(people.wardOfficer), file);
    expect(kept).toMatchObject({ state: 'kept', sha256: createHash('sha256').update(other).digest('hex') });
  });

  it('is expected until its bytes are kept: a check whose copy fails is asked for once more', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const file = await attached(ports, id);
    const outage = { ...ports.files, release: () => Promise.reject(new StoreUnavailable('S3')) };
    const request = asks(people.wardOfficer);
    await expect(checkFile({ ...ports, files: outage }, request, file)).rejects.toThrow(StoreUnavailable);

    expect(await filesOf(ports, `CASE#${id}`)).toMatchObject([{ state: 'expected' }]);
    expect((await checkFile(ports, request, file)).state).toBe('kept');
    expect(ports.files.released).toEqual(new Set([file]));
  });

  it('is kept by whoever asks next when the program was killed between bytes and record', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const file = await attached(ports, id);
    const killed = { ...ports.store, commit: () => Promise.reject(new Error('killed')) };
    await expect(checkFile({ ...ports, store: killed }, asks(people.wardOfficer), file)).rejects.toThrow(
      'killed',
    );

    expect(await filesOf(ports, `CASE#${id}`)).toMatchObject([{ state: 'expected' }]);
    expect((await checkFile(ports, asks(people.wardOfficer), file)).state).toBe('kept');
    expect(await actsOf(ports, `CASE#${id}`)).toEqual(['Drafted', 'FileExpected', 'FileKept']);
  });
});

describe('who attaches', () => {
  it('is the entering officer while the case is a draft; nobody of another office even learns of it', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const file = await attached(ports, id);

    await expect(attached(ports, id, pdf, asks(people.wardClerk))).rejects.toThrow('ActNotYours');
    await expect(attached(ports, id, pdf, asks(people.formerOfficer))).rejects.toThrow('CaseNotFound');
    for (const stranger of [people.siblingOfficer, people.policeOfficer, people.auditor]) {
      await expect(attached(ports, id, pdf, asks(stranger))).rejects.toThrow('CaseNotFound');
      await expect(checkFile(ports, asks(stranger), file)).rejects.toThrow('FileNotFound');
      await expect(readFileLink(ports, actorOf(stranger), file)).rejects.toThrow('FileNotFound');
    }
  });

  it('is nobody while the case is moving, and the holder once its step is open', async () => {
    const ports = await createTestPorts();
    const moving = await draftNomination(ports);
    await actOnCase(ports, asks(people.wardOfficer), moving, 'submit', { noSecrets: true });
    await expect(attached(ports, moving)).rejects.toMatchObject({
      code: 'CaseIsMoving',
      details: { happened: 'Submitted' },
    });

    const held = await draftNomination(ports, { name: 'Lý Văn Khác', birthYear: 1970 });
    await atFirstStep(ports, held);
    for (const holder of [people.wardSecretary, people.wardClerk, people.wardOfficer]) {
      expect(
        (await checkFile(ports, asks(holder), await attached(ports, held, pdf, asks(holder)))).state,
      ).toBe('kept');
    }
    await expect(attached(ports, held, pdf, asks(people.wardLeader))).rejects.toThrow('ActNotYours');
  });

  it('may not let a paper slip in after the case was handed in', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const file = await attached(ports, id);
    await actOnCase(ports, asks(people.wardOfficer), id, 'submit', { noSecrets: true });

    await expect(checkFile(ports, asks(people.wardOfficer), file)).rejects.toThrow('CaseIsMoving');
    expect((await filesOf(ports, `CASE#${id}`)).map((one) => one.state)).toEqual(['expected']);
  });

  it('is not somebody whom the directory does not know', async () => {
    const ports = await createTestPorts();
    const file = await attached(ports, await draftNomination(ports));
    const unknown = { id: personIdSchema.parse('01Z00000000000000000000000') };
    await expect(checkFile(ports, asks(unknown), file)).rejects.toThrow('SignInNeeded');
  });

  it('is told when the page was stale', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports);
    const stale = asks(people.wardOfficer, { ifVersion: 7 });
    await expect(attached(ports, id, pdf, stale)).rejects.toThrow('EditStale');
  });

  it('is a named post when the case is sealed, and sees a paper again for a reason that is kept', async () => {
    const ports = await createTestPorts();
    const id = await draftNomination(ports, { sealed: true });
    const file = await attached(ports, id, pdf, asks(people.wardSealedOfficer));
    await checkFile(ports, asks(people.wardSealedOfficer), file);

    await expect(attached(ports, id, pdf, asks(people.wardOfficer))).rejects.toThrow('CaseNotFound');
    await expect(readFileLink(ports, actorOf(people.wardOfficer), file)).rejects.toThrow('FileNotFound');
    const named = actorOf(people.wardSealedOfficer);
    await expect(readFileLink(ports, named, file)).rejects.toThrow('RevealNeedsReason');
    expect(await readFileLink(ports, named, file, 'Đối chiếu hồ sơ')).toContain(file);
    const history = await readHistory(ports.store, `CASE#${id}`);
    expect(history.at(-1)).toMatchObject({
      entry: { act: 'Revealed', facts: { file } },
      payload: { reason: 'Đối chiếu hồ sơ' },
    });
  });
});

describe('minutes of a session', () => {
  it('are attached by its secretary and read by the members of its council, by nobody else', async () => {
    const ports = await createTestPorts();
    const list = await sessionOf(ports);
    const minutes = { ...scan, kind: 'minutes' as const };
    const { id: file } = await attach(ports, asks(people.wardSecretary), { list }, minutes, back);
    ports.files.receive(file, pdf);
    await checkFile(ports, asks(people.wardSecretary), file);

    expect(await filesOf(ports, `LIST#${list}`)).toMatchObject([{ kind: 'minutes', state: 'kept' }]);
    expect(await actsOf(ports, `LIST#${list}`)).toEqual(['Started', 'FileExpected', 'FileKept']);
    const [item] = await ports.store.get([keys.listMeta(list)]);
    expect(loadList(item)).toMatchObject({ version: 3, value: { entries: 3 } });
    expect(await readFileLink(ports, actorOf(people.wardMember), file)).toContain(file);
    await expect(readFileLink(ports, actorOf(people.districtLeader), file)).rejects.toThrow('FileNotFound');
    await expect(attach(ports, asks(people.wardLeader), { list }, minutes, back)).rejects.toThrow(
      'ActNotYours',
    );
    await expect(attach(ports, asks(people.siblingSecretary), { list }, minutes, back)).rejects.toThrow(
      'ListNotFound',
    );
  });
});

describe('the name of a file', () => {
  it.each([
    ['C:\\Users\\Hà\\bien ban.pdf', 'bien ban.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['  Biên   bản\u0000\n.pdf ', 'Biên bản .pdf'],
    ['.htaccess', 'htaccess'],
    ['Bie\u0302n ba\u0309n.pdf', 'Biên bản.pdf'],
  ])('%j is kept as %j', (sent, name) => {
    expect(attachCommandSchema.parse({ ...scan, name: sent }).name).toBe(name);
  });

  it('must say something', () => {
    expect(attachCommandSchema.safeParse({ ...scan, name: '..' }).success).toBe(false);
  });

  it('is not its id: what is no id names no file', async () => {
    const ports = await createTestPorts();
    expect(() => parseFileId('../kept')).toThrow('FileNotFound');
    const unknown = fileIdSchema.parse('01Z00000000000000000000000');
    await expect(checkFile(ports, asks(people.wardOfficer), unknown)).rejects.toThrow('FileNotFound');
  });
});
