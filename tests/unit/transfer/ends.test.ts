import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, describe, expect, it } from 'vitest';
import { readOfficeTime } from '#local/clock.ts';
import { prepareIdentity } from '#local/identity/tables.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';
import { createFolderOutlet, readHomeFacts, writeHomeFacts } from '#local/transfer/folder-home.ts';
import { createVault, placeVaultKeys, readVaultKeys } from '#local/vault.ts';
import { toAttributes } from '#shared/dynamodb/item-attributes.ts';
import { scanTable } from '#shared/dynamodb/table-scan.ts';
import type { StoredFile } from '#shared/domain/file.ts';
import { fileIdSchema, personIdSchema } from '#shared/domain/id.ts';
import { civilDateSchema, instantSchema } from '#shared/domain/time.ts';
import { createS3KeptFiles } from '#shared/files/s3-kept-files.ts';
import { StoreUnavailable, type Item } from '#shared/ports.ts';
import type { HomeFacts } from '#shared/transfer/manifest.ts';
import { createSecretVault } from '#shared/vault/secret-vault.ts';
import { vaultKeysText } from '#shared/vault/keys-text.ts';
import { keysOfSecret } from '#shared/vault/seeds.ts';
import { serviceError } from '#tests/support/service-error.ts';
import { idOf } from '#tests/support/small-directory.ts';

const root = mkdtempSync(join(tmpdir(), 'vd-ends-'));
afterAll(() => rmSync(root, { recursive: true }));

const file: StoredFile = {
  id: fileIdSchema.parse(idOf('file-one')),
  record: 'CASE#1',
  kind: 'report',
  name: 'Báo cáo.pdf',
  contentType: 'application/pdf',
  size: 4,
  state: 'kept',
  by: personIdSchema.parse(idOf('person')),
  on: civilDateSchema.parse('2020-10-05'),
};

async function textOf(bytes: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  return bytes === undefined ? undefined : Buffer.concat(await Array.fromAsync(bytes)).toString();
}

describe('the vault’s keys', () => {
  const idNumber = '031058001234';

  it('of seeds go into a file, of a file into a secret, and open there what they sealed; who was one stays one', async () => {
    const seeded = JSON.stringify({
      id: '0000000a',
      seed: 'a'.repeat(64),
      retired: [{ id: '00000001', seed: 'b'.repeat(64) }],
    });
    const cloud = createSecretVault(async () => seeded);
    const folder = join(root, 'vault');
    placeVaultKeys(folder, vaultKeysText(keysOfSecret(seeded)));
    const here = createVault(folder);
    const text = readVaultKeys(folder) ?? '';
    const again = createSecretVault(async () => text);

    expect(await here.open(await cloud.seal(idNumber))).toBe(idNumber);
    expect(await again.open(await here.seal(idNumber))).toBe(idNumber);
    expect(await again.seal(idNumber)).toMatch(/^v1\.0000000a\./);
    const prints = await Promise.all([cloud, here, again].map((vault) => vault.fingerprint(idNumber)));
    expect(new Set(prints).size).toBe(1);
  });

  it('of this home are put aside, not thrown away, and only for others', () => {
    const folder = join(root, 'own');
    createVault(folder);
    const own = readVaultKeys(folder) ?? '';
    const others = vaultKeysText({
      data: [{ id: 'feedbeef', key: Buffer.alloc(32) }],
      fingerprint: Buffer.alloc(32),
    });
    for (const keys of [own, others, others]) placeVaultKeys(folder, keys);

    expect(readVaultKeys(folder)).toBe(others);
    const [aside, ...more] = readdirSync(folder).filter((name) => name.startsWith('vault-key.before-'));
    expect([readFileSync(join(folder, aside ?? ''), 'utf8'), more]).toEqual([own, []]);
  });
});

describe('a data file', () => {
  const office: HomeFacts = { kind: 'office' };
  const demo = {
    kind: 'demo',
    officeTime: instantSchema.parse('2020-12-14T01:00:00.000Z'),
    played: { 'hong-bang-2020': civilDateSchema.parse('2020-12-14') },
  } as const;

  it.each<[string, HomeFacts]>([
    ['an office', office],
    ['a demo, with its simulated day and its season played', demo],
  ])('goes on as %s', async (name, home) => {
    const path = join(root, `${name}.sqlite`);
    const database = openDatabase(path);
    createSqliteStore(database);
    await writeHomeFacts(database, home);
    await writeHomeFacts(database, home);

    const found = await readHomeFacts(path);
    // A simulated clock runs on from where it was set.
    expect('officeTime' in found ? { ...found, officeTime: demo.officeTime } : found).toEqual(home);
    expect(database.read(readOfficeTime)?.slice(0, 16)).toBe(
      name === 'an office' ? undefined : '2020-12-14T01:00',
    );
    await expect(prepareIdentity(database, home.kind === 'demo' ? 'office' : 'demo')).rejects.toThrow(
      'belongs to',
    );
    await database.close();
  });

  it('in which nobody ever signed in is an office', async () => {
    const path = join(root, 'new.sqlite');
    const database = openDatabase(path);
    expect(await readHomeFacts(path)).toEqual(office);
    await database.close();
  });
});

describe('kept bytes', () => {
  const client = new S3Client({ region: 'ap-southeast-1' });
  const s3 = mockClient(client);
  const bucket = createS3KeptFiles(client, 'papers');
  const body = () => ({
    Body: { transformToWebStream: () => Readable.toWeb(Readable.from([Buffer.from('%PDF')])) } as never,
  });

  it('are found in a folder', async () => {
    const outlet = createFolderOutlet(root);
    expect(await outlet.read(file)).toBeUndefined();
    mkdirSync(join(root, 'kept'));
    writeFileSync(join(root, 'kept', file.id), '%PDF');
    expect(await textOf(await outlet.read(file))).toBe('%PDF');
  });

  it('are found in a bucket', async () => {
    s3.reset();
    s3.on(GetObjectCommand).rejects(serviceError('NoSuchKey', 404));
    expect(await bucket.read(file)).toBeUndefined();
    s3.on(GetObjectCommand, { Bucket: 'papers', Key: `files/${file.id}` }).callsFake(body);
    expect(await textOf(await bucket.read(file))).toBe('%PDF');
    s3.on(GetObjectCommand).rejects(serviceError('AccessDenied', 403));
    await expect(bucket.read(file)).rejects.toThrow('AccessDenied');
  });

  it('are put among the kept ones of a bucket, which says when it can’t', async () => {
    s3.reset();
    s3.on(PutObjectCommand).rejectsOnce(serviceError('SlowDown', 503)).resolves({});
    const bytes = Buffer.from('%PDF');
    await expect(bucket.write(file, bytes)).rejects.toThrow(StoreUnavailable);
    await bucket.write(file, bytes);
    expect(s3.commandCalls(PutObjectCommand)[1]?.args[0].input).toEqual({
      Bucket: 'papers',
      Key: `files/${file.id}`,
      Body: bytes,
      ContentLength: 4,
      ContentType: file.contentType,
      ContentDisposition: expect.stringContaining('filename*=') as string,
      CacheControl: 'private, no-store',
    });
  });
});

describe('a table', () => {
  const client = new DynamoDBClient({ region: 'ap-southeast-1' });
  const dynamo = mockClient(client);
  const item = (sk: string): Item => ({ pk: 'ORG#1', sk, version: 1, v: 1, body: {} });

  it('is read page after page, empty ones too, and waits while it is throttled', async () => {
    dynamo.reset();
    const next = { pk: { S: 'ORG#1' }, sk: { S: 'a' } };
    dynamo
      .on(ScanCommand)
      .resolvesOnce({ Items: [toAttributes(item('a'))], LastEvaluatedKey: next })
      .rejectsOnce(serviceError('ProvisionedThroughputExceededException', 400))
      .resolvesOnce({ Items: [], LastEvaluatedKey: next })
      .resolves({ Items: [toAttributes(item('b'))] });
    const waited: number[] = [];
    const patience = { sleep: async (ms: number) => waited.push(ms) };
    const pages = await Array.fromAsync(scanTable({ client, table: 'office', patience }));

    expect(pages).toEqual([[item('a')], [], [item('b')]]);
    expect(waited).toHaveLength(1);
    const asked = dynamo.commandCalls(ScanCommand).map((call) => call.args[0].input);
    expect(asked.map(({ ExclusiveStartKey }) => ExclusiveStartKey)).toEqual([undefined, next, next, next]);
    expect(asked.every(({ ConsistentRead }) => ConsistentRead)).toBe(true);
  });
});
