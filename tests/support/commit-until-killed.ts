import { openDatabase } from '#local/sqlite/database.ts';
import { createSqliteStore } from '#local/sqlite/sqlite-store.ts';

// A process of its own: commits pairs of items, eight at a time, and says each number once it is answered.
const store = createSqliteStore(openDatabase(process.argv[2] ?? ''));

for (let first = 0; ; first += 8) {
  const round = Array.from({ length: 8 }, (_, n) => first + n);
  await Promise.all(
    round.map(async (n) => {
      const sk = String(n).padStart(8, '0');
      await store.commit([
        { put: { pk: 'META', sk, version: 1, v: 1, body: {} }, if: { absent: true } },
        { put: { pk: 'ENTRY', sk, version: 1, v: 1, body: {} }, if: { absent: true } },
      ]);
      process.stdout.write(`${String(n)}\n`);
    }),
  );
}
