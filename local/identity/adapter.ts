import type { Adapter, AdapterPayload } from 'oidc-provider';
import { z } from 'zod';
import type { Database } from '#local/sqlite/database.ts';

const itemRow = z.object({ payload: z.string(), consumed_at: z.number().nullable() });

const found = 'SELECT payload, consumed_at FROM identity_item WHERE model = ?';
const alive = '(expires_at IS NULL OR expires_at > ?)';

/** Keeps what oidc-provider must remember (sessions, interactions, codes, grants) in the home's one file. */
export function createAdapter(database: Database, nowSeconds: () => number): (model: string) => Adapter {
  return (model) => {
    const findWhere = (condition: string, value: string) =>
      database.read((db) =>
        toPayload(db.prepare(`${found} AND ${condition} AND ${alive}`).get(model, value, nowSeconds())),
      );
    return {
      async upsert(id, payload, expiresIn) {
        const now = nowSeconds();
        await database.write((db) => {
          db.prepare('DELETE FROM identity_item WHERE expires_at <= ?').run(now);
          db.prepare(
            `INSERT OR REPLACE INTO identity_item (model, id, payload, uid, grant_id, account_id, expires_at)
             VALUES (?, ?, ?, ?, ?, ?, ?)`,
          ).run(
            model,
            id,
            JSON.stringify(payload),
            payload.uid ?? null,
            payload.grantId ?? null,
            payload.accountId ?? null,
            expiresIn === undefined ? null : now + expiresIn,
          );
        });
      },
      find: async (id) => findWhere('id = ?', id),
      findByUid: async (uid) => findWhere('uid = ?', uid),
      // Only the device flow has user codes, and it is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        await database.write((db) => {
          db.prepare('UPDATE identity_item SET consumed_at = ? WHERE model = ? AND id = ?').run(
            nowSeconds(),
            model,
            id,
          );
        });
      },
      async destroy(id) {
        await database.write((db) => {
          db.prepare('DELETE FROM identity_item WHERE model = ? AND id = ?').run(model, id);
        });
      },
      async revokeByGrantId(grantId) {
        await database.write((db) => {
          db.prepare('DELETE FROM identity_item WHERE model = ? AND grant_id = ?').run(model, grantId);
        });
      },
    };
  };
}

function toPayload(row: unknown): AdapterPayload | undefined {
  if (row === undefined) return undefined;
  const { payload, consumed_at: consumed } = itemRow.parse(row);
  const parsed: unknown = JSON.parse(payload);
  if (!isPayload(parsed)) return undefined;
  return consumed === null ? parsed : { ...parsed, consumed };
}

function isPayload(value: unknown): value is AdapterPayload {
  return typeof value === 'object' && value !== null;
}
