import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase, openReader } from '#local/sqlite/database.ts';
import type { Database } from '#local/sqlite/database.ts';
import { FileTooNew } from '#local/sqlite/migrations.ts';
import { DatabaseInUse } from '#local/sqlite/ownership.ts';
import { StoreUnavailable } from '#shared/ports.ts';

const folder = mkdtempSync(join(tmpdir(), 'vinh-danh-database-'));
let files = 0;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const notesTable = 'CREATE TABLE notes (note TEXT PRIMARY KEY) STRICT';

function newFile(): string {
  files += 1;
  return join(folder, `${String(files)}.db`);
}

function withNotes(path = ':memory:'): Database {
  const database = openDatabase(path);
  database.migrate('notes', [notesTable]);
  return database;
}

function insert(note: string): (db: DatabaseSync) => string {
  return (db) => {
    db.prepare('INSERT INTO notes (note) VALUES (?)').run(note);
    return note;
  };
}

function notesIn(database: Pick<Database, 'read'>): readonly unknown[] {
  return database
    .read((db) => db.prepare('SELECT note FROM notes ORDER BY note').all())
    .map((row) => row['note']);
}

describe('a commit', () => {
  /** https://sqlite.org/pragma.html#pragma_synchronous */
  const waits = (db: DatabaseSync): boolean => db.prepare('PRAGMA synchronous').get()?.['synchronous'] === 2;

  it.each([
    { writes: ['now'], waited: true },
    { writes: ['soon', 'soon'], waited: false },
    { writes: ['soon', 'now', 'soon'], waited: true },
  ] as const)('of writes that last $writes waits for the disk: $waited', async ({ writes, waited }) => {
    const database = withNotes(newFile());
    const seen = await Promise.all(writes.map((lasting) => database.write(waits, lasting)));
    expect(new Set(seen)).toEqual(new Set([waited]));
    await database.close();
  });

  it('that need not wait stands at once, and is in the file when it is opened again', async () => {
    const file = newFile();
    const database = withNotes(file);
    await database.write(insert('a'), 'soon');
    await database.write(insert('b'), 'soon');
    expect(notesIn(database)).toEqual(['a', 'b']);
    await database.close();
    const again = openDatabase(file);
    expect(notesIn(again)).toEqual(['a', 'b']);
    await again.close();
  });
});

describe('writes of one turn of the event loop', () => {
  it('share one transaction, and answer in order what each of them returned', async () => {
    const database = withNotes();
    const transactions = new Set<unknown>();
    const note = (text: string) => (db: DatabaseSync) => {
      transactions.add(db.isTransaction);
      return insert(text)(db);
    };
    const answered: string[] = [];
    const writes = ['a', 'b', 'c'].map((text) =>
      database.write(note(text)).then((answer) => answered.push(answer)),
    );

    expect(notesIn(database)).toEqual([]);
    await Promise.all(writes);

    expect(answered).toEqual(['a', 'b', 'c']);
    expect(transactions).toEqual(new Set([true]));
    expect(notesIn(database)).toEqual(['a', 'b', 'c']);
  });

  it('do not suffer from one among them that throws halfway', async () => {
    const database = withNotes();
    const halfway = database.write((db) => {
      insert('half')(db);
      throw new Error('halfway');
    });
    const doubled = database.write((db) => insert('a')(db) + insert('a')(db));
    const outcomes = await Promise.allSettled([
      database.write(insert('b')),
      halfway,
      doubled,
      database.write(insert('c')),
    ]);

    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(notesIn(database)).toEqual(['b', 'c']);
  });

  it('are all refused as unavailable when the file is full, and work again when it is not', async () => {
    const database = withNotes(newFile());
    const pages = database.read((db) => Number(db.prepare('PRAGMA page_count').get()?.['page_count']));
    database.read((db) => db.prepare(`PRAGMA max_page_count = ${String(pages + 4)}`).get());
    const outcomes = await Promise.allSettled([
      database.write(insert('small')),
      database.write(insert('x'.repeat(1_000_000))),
      database.write(insert('after')),
    ]);

    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(outcomes.every((one) => one.status === 'rejected' && one.reason instanceof StoreUnavailable)).toBe(
      true,
    );
    expect(notesIn(database)).toEqual([]);

    await database.write(insert('small'));
    database.read((db) => db.prepare('PRAGMA max_page_count = 100000').get());
    await database.write(insert('x'.repeat(1_000_000)));
    expect(notesIn(database)).toHaveLength(2);
    await database.close();
  });

  it('are refused as unavailable when the file has become read-only', async () => {
    const database = withNotes();
    database.read((db) => {
      db.exec('PRAGMA query_only = ON');
    });
    await expect(database.write(insert('a'))).rejects.toThrow(StoreUnavailable);

    database.read((db) => {
      db.exec('PRAGMA query_only = OFF');
    });
    expect(await database.write(insert('a'))).toBe('a');
  });

  it('are done before the file closes; later ones are refused', async () => {
    const file = newFile();
    const database = withNotes(file);
    const asked = ['a', 'b'].map((text) => database.write(insert(text)));
    await database.close();

    expect(await Promise.all(asked)).toEqual(['a', 'b']);
    await expect(database.write(insert('c'))).rejects.toThrow(StoreUnavailable);
    const reopened = openDatabase(file);
    expect(notesIn(reopened)).toEqual(['a', 'b']);
    await reopened.close();
  });
});

describe('what is taken out of the file', () => {
  const secret = (n: number): string => `Nguyễn Thị Sáu ${n} `.repeat(600);
  const findsIn = (path: string): boolean => existsSync(path) && readFileSync(path).includes('Nguyễn Thị');

  it('is in no page of it any more, nor in its log once that is emptied', async () => {
    const file = newFile();
    const database = withNotes(file);
    for (let n = 0; n < 20; n += 1) await database.write(insert(secret(n)));
    await database.write((db) => db.exec('DELETE FROM notes'));
    expect(database.emptyLog()).toBe(true);
    expect([file, `${file}-wal`].filter(findsIn)).toEqual([]);
    await database.close();
    expect(findsIn(file)).toBe(false);
  });

  it('stays in the log while somebody reads a moment before', async () => {
    const file = newFile();
    const database = withNotes(file);
    await database.write(insert(secret(1)));
    const reader = openReader(file);
    reader.read((db) => {
      db.prepare('SELECT note FROM notes').all();
      expect(database.emptyLog()).toBe(false);
    });
    await reader.close();
    expect(database.emptyLog()).toBe(true);
    await database.close();
  }, 10_000);
});

describe('migrations', () => {
  it('run once each, also those that a later program adds', async () => {
    const file = newFile();
    const first = withNotes(file);
    await first.write(insert('a'));
    await first.close();

    const second = withNotes(file);
    second.migrate('notes', [notesTable, "INSERT INTO notes (note) VALUES ('b')"]);
    expect(notesIn(second)).toEqual(['a', 'b']);
    await second.close();
  });

  it('keep a copy of what an older program wrote, for its owner alone, before they change it', async () => {
    const own = mkdtempSync(join(folder, 'upgrade-'));
    const file = join(own, 'office.sqlite');
    const older = withNotes(file);
    older.migrate('more', ['CREATE TABLE more (word TEXT)']);
    await older.write(insert('written before'));
    await older.close();
    expect(existsSync(join(own, 'backups'))).toBe(false);

    const newer = openDatabase(file);
    newer.migrate('notes', [notesTable, 'ALTER TABLE notes ADD COLUMN by TEXT']);
    newer.migrate('more', ['CREATE TABLE more (word TEXT)', 'DROP TABLE more']);
    newer.migrate('fresh', ['CREATE TABLE fresh (word TEXT)']);
    await newer.write(insert('written after'));
    await newer.close();

    const backups = readdirSync(join(own, 'backups'));
    expect(backups).toEqual([expect.stringMatching(/^before-upgrade-2-\d{8}T\d{6}Z\.sqlite$/)]);
    const copy = join(own, 'backups', backups[0]!);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const again = withNotes(copy);
    again.migrate('more', ['CREATE TABLE more (word TEXT)']);
    expect(notesIn(again)).toEqual(['written before']);
    await again.close();
  });

  it('change nothing where the copy can’t be made', async () => {
    const own = mkdtempSync(join(folder, 'upgrade-'));
    const file = join(own, 'office.sqlite');
    await withNotes(file).close();
    writeFileSync(join(own, 'backups'), 'a file where the folder should be');
    const newer = openDatabase(file);
    expect(() => {
      newer.migrate('notes', [notesTable, 'DROP TABLE notes']);
    }).toThrow('EEXIST');
    expect(notesIn(newer)).toEqual([]);
    await newer.close();
  });

  it('leave nothing behind when a step fails', () => {
    const database = openDatabase(':memory:');

    expect(() => {
      database.migrate('notes', ['CREATE TABLE notes (note TEXT)', 'nonsense']);
    }).toThrow('nonsense');
    expect(() => {
      database.migrate('notes', ['CREATE TABLE notes (note TEXT)']);
    }).not.toThrow();
  });

  it('refuse a step that was changed after it ran, and a file from a newer program', () => {
    const database = withNotes();

    expect(() => {
      database.migrate('notes', ['CREATE TABLE notes (other TEXT)']);
    }).toThrow('was changed');
    expect(() => {
      database.migrate('notes', []);
    }).toThrow(FileTooNew);
  });
});

describe('the owner of the file', () => {
  const moment = String.raw`\d\d/\d\d/20\d\d \d\d:\d\d`;

  it('is the only one: a second opening is refused and told who holds it, by any path', async () => {
    const file = newFile();
    const database = withNotes(file);
    const link = newFile();
    symlinkSync(file, link);

    for (const path of [file, join(folder, '.', link.slice(folder.length))]) {
      expect(() => openDatabase(path)).toThrow(DatabaseInUse);
      expect(() => openDatabase(path)).toThrow(
        new RegExp(
          `^Kho dữ liệu .+ \\(tiến trình ${String(process.pid)} trên máy .+, từ ${moment}\\).+\n.+ process ${String(process.pid)} on .+ since ${moment};`,
        ),
      );
    }
    database.announce('https://office.example');
    expect(() => openDatabase(file)).toThrow(
      new RegExp(
        `từ ${moment}, địa chỉ https://office\\.example\\).+\n.+ since ${moment}, at https://office\\.example;`,
      ),
    );
    await database.close();
    await openDatabase(link).close();
  });

  it('lets others read beside it, each time one moment as a whole', async () => {
    const file = newFile();
    const database = withNotes(file);
    await database.write(insert('a'));
    const reader = openReader(file);

    expect(notesIn(reader)).toEqual(['a']);
    await database.write(insert('b'));
    expect(notesIn(reader)).toEqual(['a', 'b']);
    expect(() => reader.read(insert('c'))).toThrow(StoreUnavailable);
    await reader.close();
    await database.close();
  });
});
