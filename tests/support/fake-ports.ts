import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { BytesReplaced } from '#shared/files/bytes-replaced.ts';
import { instantSchema } from '#shared/domain/time.ts';
import type {
  Accounts,
  AccountStanding,
  Files,
  FlowName,
  Json,
  Mail,
  Mailer,
  Vault,
  Workflow,
} from '#shared/ports.ts';

/** What was asked of the outside, to be looked at by tests. Nothing leaves the process. */

export interface RecordingMailer extends Mailer {
  readonly sent: readonly Mail[];
}

export function createRecordingMailer(): RecordingMailer {
  const sent: Mail[] = [];
  return {
    sent,
    async send(mail) {
      sent.push(mail);
    },
  };
}

export interface MemoryAccounts extends Accounts {
  /** As if the person had enrolled, or let the link lapse. */
  stand(person: string, standing: AccountStanding): void;
}

export function createMemoryAccounts(): MemoryAccounts {
  const standings = new Map<string, AccountStanding>();
  let links = 0;
  return {
    stand: (person, standing) => standings.set(person, standing),
    standings: async (people) => new Map(people.map((id) => [id, standings.get(id) ?? 'none'])),
    async invite({ id, email }) {
      standings.set(id, 'invited');
      links += 1;
      return {
        link: `https://office.example/oidc/enrol/${String(links).padStart(43, '0')}`,
        expiresAt: instantSchema.parse('2020-10-12T02:00:00.000Z'),
        mailed: email !== '',
      };
    },
  };
}

export interface FakeWorkflow extends Workflow {
  readonly started: readonly { flow: FlowName; name: string; input: Readonly<Record<string, Json>> }[];
  readonly resumed: readonly { token: string; output: Readonly<Record<string, Json>> }[];
  /** What `status` answers from now on; RUNNING for all that was started and isn't set otherwise. */
  setStatus(name: string, status: Awaited<ReturnType<Workflow['status']>>): void;
}

/** Starts nothing: says what was asked of it, and takes a name once, as the real ones do. */
export function createFakeWorkflow(): FakeWorkflow {
  const started: { flow: FlowName; name: string; input: Readonly<Record<string, Json>> }[] = [];
  const resumed: { token: string; output: Readonly<Record<string, Json>> }[] = [];
  const statuses = new Map<string, Awaited<ReturnType<Workflow['status']>>>();
  const wasStarted = (flow: FlowName, name: string) =>
    started.some((one) => one.flow === flow && one.name === name);
  return {
    started,
    resumed,
    setStatus(name, status) {
      statuses.set(name, status);
    },
    async start(flow, name, input) {
      const known = started.find((one) => one.flow === flow && one.name === name);
      if (known !== undefined) {
        const same = isDeepStrictEqual(known.input, input) && !statuses.has(name);
        return same ? 'started' : 'exists';
      }
      started.push({ flow, name, input });
      return 'started';
    },
    async resume(token, output) {
      const gone = resumed.some((one) => one.token === token);
      if (!gone) resumed.push({ token, output });
      return gone ? 'gone' : 'sent';
    },
    status: async (flow, name) => (wasStarted(flow, name) ? (statuses.get(name) ?? 'RUNNING') : 'NOT_FOUND'),
  };
}

export interface MemoryFiles extends Files {
  /** As if a browser had sent the prepared form. */
  receive(fileId: string, bytes: Uint8Array): void;
  readonly released: ReadonlySet<string>;
  readonly discarded: ReadonlySet<string>;
}

export function createMemoryFiles(): MemoryFiles {
  const quarantine = new Map<string, Uint8Array>();
  const kept = new Map<string, Uint8Array>();
  const released = new Set<string>();
  const discarded = new Set<string>();
  return {
    released,
    discarded,
    receive(fileId, bytes) {
      quarantine.set(fileId, bytes);
    },
    prepareUpload: async (fileId, limits, redirectTo) => ({
      url: 'http://127.0.0.1:8080/files/upload',
      fields: { id: fileId, maxBytes: String(limits.maxBytes), contentType: limits.contentType, redirectTo },
    }),
    async inspect(fileId) {
      const bytes = kept.get(fileId) ?? quarantine.get(fileId);
      if (bytes === undefined) return undefined;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { size: bytes.length, head: bytes.subarray(0, 4096), sha256, revision: sha256 };
    },
    async release(fileId, revision) {
      const bytes = quarantine.get(fileId);
      if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') !== revision) {
        throw new BytesReplaced(fileId);
      }
      if (bytes !== undefined) kept.set(fileId, kept.get(fileId) ?? bytes);
      quarantine.delete(fileId);
      released.add(fileId);
    },
    async discard(fileId) {
      quarantine.delete(fileId);
      discarded.add(fileId);
    },
    link: async (fileId, name) => `http://127.0.0.1:8080/files/${fileId}/${encodeURIComponent(name)}`,
  };
}

/** Hex instead of a cipher; nothing secret is ever in a test. */
export function createFakeVault(): Vault {
  return {
    seal: async (plain) => `sealed:${Buffer.from(plain).toString('hex')}`,
    open: async (sealed) => Buffer.from(sealed.slice('sealed:'.length), 'hex').toString(),
    fingerprint: async (plain) => createHash('sha256').update(plain).digest('hex'),
  };
}
