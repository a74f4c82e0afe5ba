import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Files } from '#shared/files/s3-files.ts';
import { serveFiles, type FilesStandIn } from '#tests/rehearsal/stand-ins/files.ts';
import { must } from '#tests/support/permission-world.ts';
import { formsIn, textOf, type FoundForm } from '#tests/support/page-html.ts';
import { createReaders, type Answered } from '#tests/support/page-reader.ts';
import { pdf, png } from '#tests/support/papers.ts';
import { people } from '#tests/support/small-directory.ts';
import { draftNomination } from '#tests/support/small-world.ts';
import { createTestHome } from '#tests/support/test-home.ts';

/** What a browser without script does with a paper: each form of a page as it stands, each redirect to where it leads. */

let s3: FilesStandIn;
let client: S3Client;
beforeAll(async () => {
  s3 = await serveFiles();
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new S3Client({ endpoint: s3.url, region: 'ap-southeast-1', credentials, forcePathStyle: true });
});
afterAll(async () => {
  client.destroy();
  await s3.close();
});

/** In a bucket of its own: worlds of tests give the same ids. */
async function officerWithDraft(bucket: string) {
  const home = await createTestHome();
  const { publicUrl } = home.ports;
  const files = createS3Files({ client, bucket, publicUrl });
  const officer = createReaders({ ...home.ports, files }, home.settle).as(people.wardOfficer);
  const path = `/cases/${await draftNomination(home.ports)}`;
  /** A redirect of another server back to ours. */
  const follow = (location: string | null): Promise<Answered> => {
    expect(location?.startsWith(`${publicUrl}/`)).toBe(true);
    return officer.get((location ?? '').slice(publicUrl.length));
  };
  return { officer, path, follow };
}

const uploadForm = (page: Answered): FoundForm => must(formsIn(page.html).find((form) => form.upload));

/** As a browser sends multipart: fields as they stand, then the file. */
async function sendFile(form: FoundForm, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of form.entries) body.append(name, value);
  body.append('file', new Blob([bytes], { type: 'application/octet-stream' }), 'IMG_0001.PDF');
  return fetch(form.action, { method: 'POST', body, redirect: 'manual' });
}

describe('a paper that is sent to S3 by the form of the page', () => {
  it('comes to lie in quarantine, leads back to the case, is checked there, and can be read', async () => {
    const { officer, path, follow } = await officerWithDraft('papers');
    const described = { kind: 'scan', name: 'Bản khai thành tích' };
    const page = await officer.fill(path, `${path}/files`, described);
    const form = uploadForm(page);
    expect(form.method).toBe('post');

    const sent = await sendFile(form, Uint8Array.from(pdf));
    expect(sent.status).toBe(303);
    const back = await follow(sent.headers.get('location'));
    expect([back.status, new URL(sent.headers.get('location') ?? '').pathname]).toEqual([200, path]);
    const [check] = formsIn(back.html).filter(({ action }) => /^\/files\/\w+\/check$/.test(action));
    const checked = await officer.send(back, must(check).action);
    expect(checked).toMatchObject({ status: 303, to: path, done: 'fileKept' });

    const after = await officer.get(path);
    expect(textOf(after.html)).toContain('Bản khai thành tích.pdf');
    const [, paper = ''] = /href="(\/files\/\w+)"/.exec(after.html) ?? [];
    const link = (await officer.get(paper)).headers.get('location') ?? '';
    expect(Buffer.from(await (await fetch(link)).arrayBuffer())).toEqual(pdf);
    expect([...s3.objects.keys()].filter((key) => key.startsWith('papers/quarantine/'))).toEqual([]);
  });

  it('is refused by S3 when the form was altered, and by the check when it is something else', async () => {
    const { officer, path, follow } = await officerWithDraft('others');
    const page = await officer.fill(path, `${path}/files`, { kind: 'scan', name: 'Ảnh' });
    const form = uploadForm(page);
    const altered = form.entries.map(([name, value]): [string, string] =>
      name === 'Content-Type' ? [name, 'text/html'] : [name, value],
    );
    expect((await sendFile({ ...form, entries: altered }, Uint8Array.from(pdf))).status).toBe(403);

    const back = await follow((await sendFile(form, Uint8Array.from(png))).headers.get('location'));
    const [check] = formsIn(back.html).filter(({ action }) => /^\/files\/\w+\/check$/.test(action));
    const { to, done } = await officer.send(back, must(check).action);
    const told = (await officer.get(`${to}?done=${done ?? ''}`)).html;
    expect(told).toMatch(/govuk-error-summary[^]*href="#papers">Tệp không được nhận/);
    expect(told).toMatch(/<title>Lỗi: /);
    expect(told).toContain('id="papers"');
    expect(told).not.toContain('govuk-notification-banner');
  });
});
