import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileRoutes } from '#local/files/file-routes.ts';
import { createFolderFiles, type FolderFiles } from '#local/files/folder-files.ts';
import { isRefusal, refusals } from '#shared/domain/refusal.ts';
import { instantOf } from '#shared/domain/time.ts';
import { BytesReplaced } from '#shared/files/bytes-replaced.ts';
import type { UploadForm } from '#shared/ports.ts';
import { docx, pdf } from '#tests/support/papers.ts';
import { createTestClock, type TestClock } from '#tests/support/test-clock.ts';

const publicUrl = 'http://127.0.0.1:8080';
const id = '01Z00000000000000000000001';
const limits = { maxBytes: 1_000, contentType: 'application/pdf' };
const paper = { name: 'scan.pdf', contentType: 'application/pdf' };

let dataFolder = '';
let clock: TestClock;
let files: FolderFiles;
let app: Hono;

function open(): void {
  files = createFolderFiles({ dataFolder, publicUrl, clock });
  app = new Hono();
  app.route('/', createFileRoutes(files));
  app.onError((error, c) => c.text(error.name, isRefusal(error) ? refusals[error.code].status : 500));
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'vd-files-'));
  clock = createTestClock(instantOf(Date.now()));
  open();
});
afterEach(() => {
  rmSync(dataFolder, { recursive: true });
});

function formOf({ fields }: Pick<UploadForm, 'fields'>, bytes: Uint8Array, name = 'scan.pdf'): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

async function upload(
  bytes: Uint8Array,
  change: Readonly<Record<string, string>> = {},
  prepared?: UploadForm,
): Promise<Response> {
  const { url, fields } = prepared ?? (await files.prepareUpload(id, limits, '/cases/1'));
  return app.request(url, { method: 'POST', body: formOf({ fields: { ...fields, ...change } }, bytes) });
}

function raw(
  body: string | ReadableStream<Uint8Array>,
  contentType = 'multipart/form-data; boundary=b',
): Promise<Response> {
  const headers = { 'content-type': contentType };
  const request = new Request(`${publicUrl}/uploads`, { method: 'POST', body, headers, duplex: 'half' });
  return Promise.resolve(app.request(request));
}

/** What lies in quarantine now, as it was just inspected. */
async function release(): Promise<void> {
  await files.release(id, (await files.inspect(id))?.revision ?? 'nothing was inspected', paper);
}

const stored = () => [readdirSync(join(dataFolder, 'quarantine')), readdirSync(join(dataFolder, 'kept'))];

describe('an upload', () => {
  it('rests in quarantine, whole and for its owner alone, and its sender is sent back to where he was', async () => {
    const answer = await upload(pdf);

    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cases/1']);
    expect(stored()).toEqual([[id], []]);
    const path = join(dataFolder, 'quarantine', id);
    expect(readFileSync(path)).toEqual(pdf);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const inspected = await files.inspect(id);
    expect(inspected).toMatchObject({
      size: pdf.length,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(Buffer.from(inspected!.head)).toEqual(pdf);
  });

  it('of bytes that look like the form’s own delimiter, in pieces of any size, arrives unharmed', async () => {
    const bytes = Buffer.concat([
      Buffer.from('\r\n--b\r\n--\r\n-bb\r\r\n\r\n--'),
      Buffer.alloc(300, '\r\n--c'),
      docx,
    ]);
    const { fields } = await files.prepareUpload(id, limits, '/');
    const text = Object.entries(fields).map(([name, value]) => part(name, value));
    const whole = Buffer.concat([
      Buffer.from(text.join('')),
      Buffer.from(filePart),
      bytes,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]);
    for (const size of [1, 7, 64, 5_000]) {
      await files.discard(id);
      const answer = await raw(inPieces(whole, size), `multipart/form-data; boundary="${edge}"`);
      expect(answer.status).toBe(303);
      expect(readFileSync(join(dataFolder, 'quarantine', id))).toEqual(bytes);
    }
  });

  it('beyond its limit is refused and leaves nothing behind; one of exactly the limit is taken', async () => {
    const answer = await upload(Buffer.alloc(1_001));
    expect([answer.status, await answer.text()]).toEqual([413, 'FileTooLarge']);
    expect(stored()).toEqual([[], []]);

    expect((await upload(Buffer.alloc(1_000, 1))).status).toBe(303);
  });

  it('is refused when a field was altered, the form is too old, or nobody signed it', async () => {
    const prepared = await files.prepareUpload(id, limits, '/cases/1');
    const other = '01Z00000000000000000000002';
    const link = new URL(await files.link(id, 'scan.pdf', 'application/pdf'));
    const altered: Record<string, string>[] = [
      { id: other },
      { maxBytes: '99999999' },
      { redirectTo: 'https://evil.example/' },
      { expires: '9999999999999' },
      { signature: '' },
      { signature: link.searchParams.get('signature')! },
    ];
    for (const change of altered) expect((await upload(pdf, change, prepared)).status).toBe(403);
    clock.advance(15 * 60_000);
    expect(await (await upload(pdf, {}, prepared)).text()).toBe('FormExpired');
    expect(stored()).toEqual([[], []]);
  });

  it('sent twice is taken once; other bytes need a form of their own', async () => {
    const prepared = await files.prepareUpload(id, limits, '/cases/1');
    const twice = await Promise.all([upload(pdf, {}, prepared), upload(pdf, {}, prepared)]);
    expect(twice.map((answer) => answer.status)).toEqual([303, 303]);
    expect((await upload(docx, {}, prepared)).status).toBe(403);

    await release();
    expect((await upload(pdf, {}, prepared)).status).toBe(303);
    expect((await upload(docx, {}, prepared)).status).toBe(403);
    expect(stored()).toEqual([[], [id]]);
  });

  it('that is cut off, chooses no file, or is no form leaves nothing behind', async () => {
    const { fields } = await files.prepareUpload(id, limits, '/');
    const text = Object.entries(fields)
      .map(([name, value]) => part(name, value))
      .join('');
    const type = `multipart/form-data; boundary=${edge}`;
    const broken = [
      raw(`${text}${filePart}half of it`, type),
      raw(`${text}${filePart}\r\n--${edge}--`, type),
      raw(`${text.slice(0, -2)}--\r\n`, type),
      raw(part('x', 'y'.repeat(5_000)), type),
      raw(part('x', 'y').repeat(30) + filePart, type),
      raw('nothing of a form', type),
    ];
    for (const answer of await Promise.all(broken)) expect(answer.status).toBe(422);
    expect((await raw('a=b', 'application/x-www-form-urlencoded')).status).toBe(415);
    expect((await app.request('/uploads', { method: 'POST' })).status).toBe(415);
    expect(stored()).toEqual([[], []]);
  });

  it('never leads to another site', async () => {
    for (const away of ['https://evil.example/', '//evil.example', `${publicUrl}.evil.example/`]) {
      const { fields } = await files.prepareUpload(id, limits, away);
      expect(fields['redirectTo']).toBe('/');
    }
    const { fields } = await files.prepareUpload(id, limits, `${publicUrl}/lists/1?tab=files`);
    expect(fields['redirectTo']).toBe('/lists/1?tab=files');
  });

  it('can be sent under a form that was signed before a restart', async () => {
    const prepared = await files.prepareUpload(id, limits, '/cases/1');
    open();
    expect((await upload(pdf, {}, prepared)).status).toBe(303);
    expect(statSync(join(dataFolder, 'file-link-key')).mode & 0o777).toBe(0o600);
  });
});

const edge = 'bb';
const filePart =
  'content-disposition: form-data; name="file"; filename="../../x"\r\ncontent-type: text/html\r\n\r\n';
function part(name: string, value: string): string {
  const opening = name === 'id' || name === 'x' ? `--${edge}\r\n` : '';
  return `${opening}Content-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--${edge}\r\n`;
}

function inPieces(bytes: Buffer, size: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= bytes.length) controller.close();
      else controller.enqueue(new Uint8Array(bytes.subarray(sent, (sent += size))));
    },
  });
}

describe('a kept file', () => {
  async function kept(bytes: Uint8Array = pdf): Promise<void> {
    await upload(bytes);
    await release();
    await release();
  }

  it('is sent whole under its real name, and can do nothing in a browser', async () => {
    await kept();
    const answer = await app.request(
      await files.link(id, 'Biên bản họp "Hội đồng" (1).pdf', 'application/pdf'),
    );

    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition':
        'attachment; filename="bien ban hop _hoi dong_ _1_.pdf"; ' +
        "filename*=UTF-8''Bi%C3%AAn%20b%E1%BA%A3n%20h%E1%BB%8Dp%20%22H%E1%BB%99i%20%C4%91%E1%BB%93ng%22%20%281%29.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
  });

  it('is not sent on an altered or old link, nor from quarantine', async () => {
    await upload(pdf);
    expect((await app.request(await files.link(id, 'scan.pdf', 'application/pdf'))).status).toBe(404);
    await release();
    const link = await files.link(id, 'scan.pdf', 'application/pdf');
    for (const altered of [link.replace('scan', 'other'), link.replace('application%2Fpdf', 'text%2Fhtml')]) {
      expect(altered).not.toBe(link);
      expect((await app.request(altered)).status).toBe(403);
    }
    clock.advance(5 * 60_000 - 1);
    expect((await app.request(link)).status).toBe(200);
    clock.advance(1);
    expect((await app.request(link)).status).toBe(403);
  });

  it('is never replaced by what lies in quarantine later', async () => {
    await kept();
    writeFileSync(join(dataFolder, 'quarantine', id), 'other bytes');
    await release();
    expect(readFileSync(join(dataFolder, 'kept', id))).toEqual(pdf);
    expect(stored()).toEqual([[], [id]]);
  });

  it('is the one that was inspected: other bytes that came since stay in quarantine', async () => {
    await upload(pdf);
    const seen = await files.inspect(id);
    writeFileSync(join(dataFolder, 'quarantine', id), 'other bytes');
    await expect(files.release(id, seen!.revision, paper)).rejects.toThrow(BytesReplaced);
    expect(stored()).toEqual([[id], []]);
  });

  it('that never came can’t be released, and no path can be named in place of an id', async () => {
    await expect(files.release(id, 'nothing', paper)).rejects.toThrow('ENOENT');
    await expect(files.inspect('../vault-key')).rejects.toThrow();
    await expect(files.discard('../vault-key')).rejects.toThrow();
  });
});

describe('quarantine', () => {
  it('forgets what was discarded, and what nobody had checked by a given moment', async () => {
    await upload(pdf);
    await files.discard(id);
    await files.discard(id);
    expect(await files.inspect(id)).toBeUndefined();

    await upload(pdf);
    writeFileSync(join(dataFolder, 'quarantine', `${id}.aa.part`), 'cut off');
    utimesSync(join(dataFolder, 'quarantine', `${id}.aa.part`), 1_000, 1_000);
    expect(await files.folder.sweepQuarantine(instantOf(2_000_000))).toBe(1);
    expect(stored()).toEqual([[id], []]);
  });

  it('is swept to its end when something is taken out of it meanwhile', async () => {
    symlinkSync(join(dataFolder, 'gone'), join(dataFolder, 'quarantine', 'a-name-that-has-gone'));
    writeFileSync(join(dataFolder, 'quarantine', `${id}.aa.part`), 'cut off');
    utimesSync(join(dataFolder, 'quarantine', `${id}.aa.part`), 1_000, 1_000);
    expect(await files.folder.sweepQuarantine(instantOf(2_000_000))).toBe(1);
  });
});
