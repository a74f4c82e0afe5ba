import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { columns } from '#local/sqlite/item-row.ts';
import { openDatabase } from '#local/sqlite/database.ts';
import { caseSchema } from '#shared/domain/case.ts';
import { caseIdSchema } from '#shared/domain/id.ts';
import { rotationsOf, searchWords } from '#shared/domain/search-words.ts';
import { caseWrites, loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { rotationItem } from '#shared/records/search-record.ts';
import { readSearch } from '#shared/use-cases/views/search.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { createTestPorts, draftNomination } from '#tests/support/small-world.ts';

// How long does a search take an office that reads 100,000 cases, beside one indexed lookup of the same file?
const count = 100_000;
const runs = 200;
const family = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Đỗ', 'Bùi'];
const middle = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Minh', 'Quốc', 'Thanh', 'Thị Ngọc', 'Thị Thu', 'Hữu'];
const given =
  'An Ánh Bình Chi Dũng Giang Hà Hải Hạnh Hiền Hoa Hùng Hương Khánh Lan Linh Long Mai Nam Nga Nhung Oanh Phong Phúc Quang Quỳnh Sơn Tâm Thảo Thắng Thủy Trang Tuấn Uyên Vinh Xuân Yến'
    .split(' ')
    .flatMap((name) => [name, name]);

const folder = mkdtempSync(path.join(tmpdir(), 'search-'));
const database = openDatabase(path.join(folder, 'office.db'));
const ports = await createTestPorts({ database });
const [template] = await ports.store.get([keys.caseMeta(await draftNomination(ports))]);
const draft = loadCase(template)?.value;
if (draft === undefined) throw new Error('no case to copy');

const office = organisations.wardCommittee.id;
const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';
const words = new Set<string>();
let batch: Parameters<typeof ports.store.commit>[0][number][] = [];
for (let n = 0; n < count; n += 1) {
  const name = `${pick(family, n)} ${pick(middle, Math.floor(n / 11))} ${pick(given, Math.floor(n / 110))}`;
  const id = caseIdSchema.parse(ports.random.ulid());
  const subject = caseSchema.parse({ ...draft, id, label: { ...draft.label, name } });
  const said = searchWords(name);
  for (const word of said) words.add(word);
  batch.push(
    ...caseWrites(undefined, subject),
    ...rotationsOf(said).map((one) => ({ put: rotationItem(keys.searchName(office, one, id), id) })),
  );
  if (batch.length > 80) {
    await ports.store.commit(batch);
    batch = [];
  }
}
for (const word of words)
  batch.push({ put: { ...keys.searchWord(office, word), version: 1, v: 1, body: {} } });
for (let start = 0; start < batch.length; start += 90)
  await ports.store.commit(batch.slice(start, start + 90));

async function measure(what: string, ask: () => Promise<unknown>): Promise<void> {
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await ask();
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  const at = (share: number): string => (took[Math.floor(share * (runs - 1))] ?? 0).toFixed(2);
  console.log(`| ${what} | ${at(0.5)} | ${at(0.99)} |`);
}

console.log(`${count} cases at one office\n\n| ms | p50 | p99 |\n|---|---:|---:|`);
await measure('the machine: one indexed row of the same file', async () =>
  database.read((db) =>
    db.prepare(`SELECT ${columns} FROM items WHERE pk = ? AND sk = ?`).get(template?.pk ?? '', 'META'),
  ),
);
const asked = [
  ...['Nguyễn Thị Thu Quỳnh', 'quynh', 'nguyen', 'Quỳnh Nguyễn', 'Thu Nguyễn', 'nguyen t'],
  ...['Nguyễn Thị Thu Quynk', 'Ngyuễn Văn Hùng', 'Vương Xyz', 'UBND phường Sở Dầu'],
];
for (const typed of asked) {
  const { cases, match } = await readSearch(ports, people.wardOfficer.id, typed);
  await measure(`“${typed}” (${cases.length}, ${match ?? 'none'})`, () =>
    readSearch(ports, people.wardOfficer.id, typed),
  );
}
await database.close();
rmSync(folder, { recursive: true });
