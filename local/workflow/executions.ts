import type { Instant } from '#shared/domain/time.ts';
import type { FlowName } from '#shared/ports.ts';
import type { Database } from '#local/sqlite/database.ts';
import { prepared } from '#local/sqlite/statements.ts';
import { executionRow, type Execution } from './execution.ts';
import { createRecentExecutions } from './recent-executions.ts';

const steps = [
  `CREATE TABLE flow_definitions (hash TEXT PRIMARY KEY, flow TEXT NOT NULL, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE executions (
    id TEXT PRIMARY KEY, flow TEXT NOT NULL, name TEXT NOT NULL,
    definition TEXT NOT NULL REFERENCES flow_definitions (hash),
    version INTEGER NOT NULL, status TEXT NOT NULL, phase TEXT NOT NULL, state TEXT NOT NULL,
    input TEXT NOT NULL, stateInput TEXT NOT NULL, variables TEXT NOT NULL, retries TEXT NOT NULL,
    token TEXT UNIQUE, startedAt TEXT NOT NULL, enteredAt TEXT NOT NULL, endedAt TEXT,
    due TEXT, endDue TEXT, backoffDue TEXT, output TEXT, error TEXT, cause TEXT
  ) STRICT;
  CREATE INDEX executions_running ON executions (id) WHERE status = 'RUNNING';
  CREATE INDEX executions_due ON executions (due) WHERE due IS NOT NULL;
  CREATE INDEX executions_end_due ON executions (endDue) WHERE endDue IS NOT NULL;
  CREATE INDEX executions_backoff_due ON executions (backoffDue) WHERE backoffDue IS NOT NULL;`,
];

const columns = Object.keys(executionRow.shape);
const insertSql = `INSERT INTO executions (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})
  ON CONFLICT (id) DO NOTHING`;
const replaceSql = `UPDATE executions SET ${columns.map((name) => `${name} = :${name}`).join(', ')}
  WHERE id = :id AND version = :version - 1`;
const dueSql = `SELECT id FROM executions WHERE due <= :office UNION SELECT id FROM executions WHERE endDue <= :office
  UNION SELECT id FROM executions WHERE backoffDue <= :machine`;
// One subquery an index: a single min over several columns would read every row.
const nextDueSql = `SELECT (SELECT min(due) FROM executions WHERE due IS NOT NULL) AS due,
  (SELECT min(endDue) FROM executions WHERE endDue IS NOT NULL) AS endDue,
  (SELECT min(backoffDue) FROM executions WHERE backoffDue IS NOT NULL) AS backoffDue`;

const dues = executionRow.pick({ due: true, endDue: true, backoffDue: true }).partial();

export type Executions = ReturnType<typeof createExecutions>;

export function createExecutions(database: Database) {
  database.migrate('workflow', steps);
  const recent = createRecentExecutions();
  const { rows, texts } = readingOf(database);

  function find(id: string): Execution | undefined {
    const known = recent.find(id);
    const [standing] =
      known === undefined ? [] : rows('SELECT version FROM executions WHERE id = :id', { id });
    if (known !== undefined && known.version === standing?.['version']) return known;
    const [row] = rows('SELECT * FROM executions WHERE id = :id', { id });
    return row === undefined ? undefined : executionRow.parse(row);
  }
  return {
    find,
    findByToken(token: string): Execution | undefined {
      const [id] = texts('id', 'SELECT id FROM executions WHERE token = :token', { token });
      return id === undefined ? undefined : find(id);
    },
    /** @returns false when an execution of this flow and name was ever started. */
    async insert(
      execution: Execution,
      definition: { flow: FlowName; hash: string; text: string },
    ): Promise<boolean> {
      const inserted = await database.write((db) => {
        const keep =
          'INSERT INTO flow_definitions (hash, flow, text) VALUES (:hash, :flow, :text) ON CONFLICT DO NOTHING';
        prepared(db, keep).run(definition);
        return prepared(db, insertSql).run(toRow(execution)).changes === 1;
      }, 'soon');
      if (inserted) recent.remember(execution);
      return inserted;
    },
    /** @returns false when another transition was committed first; then nothing is stored. */
    async replace(before: Execution, after: Execution): Promise<boolean> {
      const next = { ...after, version: before.version + 1 };
      const replaced = await database.write(
        (db) => prepared(db, replaceSql).run(toRow(next)).changes === 1,
        'soon',
      );
      if (replaced) recent.remember(next);
      return replaced;
    },
    running: () =>
      rows("SELECT * FROM executions WHERE status = 'RUNNING' ORDER BY startedAt, id").map((row) =>
        executionRow.parse(row),
      ),
    runnable: () =>
      texts(
        'id',
        "SELECT id FROM executions WHERE status = 'RUNNING' AND phase IN ('entered', 'calling') ORDER BY enteredAt, id",
      ),
    dueBy: (office: Instant, machine: Instant) => texts('id', dueSql, { office, machine }),
    /** The earliest of each kind. */
    nextDues: () => dues.parse(rows(nextDueSql)[0] ?? {}),
    definitionText: (hash: string) =>
      texts('text', 'SELECT text FROM flow_definitions WHERE hash = :hash', { hash })[0],
    hashesInUse: () =>
      texts('definition', "SELECT DISTINCT definition FROM executions WHERE status = 'RUNNING'"),
  };
}

type Values = Readonly<Record<string, string>>;

function readingOf(database: Database) {
  const rows = (sql: string, values: Values = {}) => database.read((db) => prepared(db, sql).all(values));
  const texts = (column: string, sql: string, values?: Values): readonly string[] =>
    rows(sql, values).map((row) => String(row[column]));
  return { rows, texts };
}

function toRow(execution: Execution): Record<string, string | number | null> {
  return {
    ...execution,
    input: JSON.stringify(execution.input),
    stateInput: JSON.stringify(execution.stateInput),
    variables: JSON.stringify(execution.variables),
    retries: JSON.stringify(execution.retries),
    // No output at all is NULL, an output of null is the text `null`.
    output: execution.status === 'SUCCEEDED' ? JSON.stringify(execution.output) : null,
  };
}
