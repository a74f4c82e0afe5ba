import type { Person } from './domain/directory.ts';
import type { PersonId } from './domain/id.ts';
import type { Law } from './domain/law/law.ts';
import type { CivilDate, Instant } from './domain/time.ts';

/**
 * The seams between what is true (domain, use cases) and where it runs. The embedded home and the AWS home
 * each give one implementation; one contract suite (tests/contract) runs against all of them.
 */

/** Where an item lives. `pk` groups what is read together, `sk` orders inside the group. Formats: shared/domain/keys.ts. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/**
 * One stored item: its key, at most three sparse index keys (`g1`, `g2`, `g3`, each a pair), the version that
 * conditions compare, and a JSON body. At most 400 KB (DynamoDB's limit, kept by every home).
 */
export interface Item extends Key {
  readonly version: number;
  /** Shape version of `body`; upcasters raise old ones on read. */
  readonly v: number;
  readonly body: Readonly<Record<string, Json | undefined>>;
  readonly g1?: Key;
  readonly g2?: Key;
  readonly g3?: Key;
  /** Epoch seconds of machine time after which the item may vanish (idempotency, sign-in items). */
  readonly expiresAt?: number;
}

export type Condition =
  | { readonly absent: true }
  | { readonly present: true }
  /** The stored item exists with exactly this version. */
  | { readonly version: number }
  /** The stored item exists and each named top-level body field equals the value (strings, numbers, booleans). */
  | { readonly equals: Readonly<Record<string, string | number | boolean>> };

export type Write =
  | { readonly put: Item; readonly if?: Condition }
  | { readonly delete: Key; readonly if?: Condition }
  | { readonly check: Key; readonly if: Condition };

export interface Page {
  readonly items: readonly Item[];
  /** Opaque; pass it back to read on. Absent on the last page. */
  readonly cursor?: string;
}

export interface Query {
  readonly pk: string;
  /** Base table when absent. Index reads may lag behind commits; base-table reads never do. */
  readonly index?: 'g1' | 'g2' | 'g3';
  readonly prefix?: string;
  /** Bounds on the sort key, both inclusive. Not together with `prefix`. */
  readonly from?: string;
  readonly to?: string;
  readonly descending?: boolean;
  /** Items a page at most; a page also ends at 1 MB. Default 100. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** What a refused commit found: for each failed write its place in the list and the item that stood there. */
export interface FailedWrite {
  readonly index: number;
  readonly found: Item | undefined;
}

/** A condition did not hold; nothing of the commit was stored. */
export class CommitConflict extends Error {
  readonly failed: readonly FailedWrite[];
  constructor(failed: readonly FailedWrite[]) {
    super('a condition of the commit did not hold');
    this.name = 'CommitConflict';
    this.failed = failed;
  }
}

/**
 * The store can't serve now (full disk, throttled); trying again later is right. Nothing was stored, unless the answer to a
 * commit got lost on the network for good: then nobody knows.
 */
export class StoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}

/** The disk is full, locked or failing: somebody must look at the machine. What was asked for was not stored. */
export class StorageFailing extends StoreUnavailable {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageFailing';
  }
}

export interface Store {
  /** Consistent read of up to 100 keys in one round trip; the answer keeps the order of the keys. */
  get(keys: readonly Key[]): Promise<readonly (Item | undefined)[]>;
  query(query: Query): Promise<Page>;
  /**
   * All writes or none, durable when the promise resolves. 1 to 100 writes, no key twice, items ≤ 400 KB, 4 MB in
   * all, keys ≤ 2,048 and 1,024 bytes, whole characters, bodies ≤ 31 containers deep: otherwise a TypeError, as
   * DynamoDB's TransactWriteItems refuses them. Limits: shared/store-limits.ts.
   * @throws CommitConflict | StoreUnavailable
   */
  commit(writes: readonly Write[]): Promise<void>;
}

/** Office time may be simulated (demo, rehearsal, tests); machine time never. */
export interface Clock {
  /** The office's instant: dates, deadlines, entries. */
  office(): Instant;
  /** The office's civil day in Asia/Ho_Chi_Minh. */
  today(): CivilDate;
  /** The machine's own instant: tokens, signed links, ids, rate limits. */
  machine(): Instant;
}

export type FlowName = 'case' | 'ceremony';

/** Step Functions, or the embedded interpreter of the same ASL files. */
export interface Workflow {
  /**
   * Starts an execution; `name` is unique for ever per flow.
   * @returns 'started', also when the very same start is made again while it runs; 'exists' when an execution of this name
   * runs on another input, or has ended.
   */
  start(flow: FlowName, name: string, input: Readonly<Record<string, Json>>): Promise<'started' | 'exists'>;
  /** @returns 'sent', or 'gone' when the token was used, timed out, or is unknown: a gone token counts as sent. */
  resume(token: string, output: Readonly<Record<string, Json>>): Promise<'sent' | 'gone'>;
  status(
    flow: FlowName,
    name: string,
  ): Promise<'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'NOT_FOUND'>;
}

/** After a commit: tells that a record has effects to do. Losing a nudge is allowed, the sweep repairs it. */
export type Nudge = (recordId: string) => void;

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Of its words; Vietnamese where it isn't said. */
  readonly language?: 'vi' | 'en';
  /** Goes into a header, so that a doubled mail can be told. */
  readonly eventId: string;
}

export interface Mailer {
  /** Answers when the provider has taken the mail, or fails: within 50 seconds. What failed may have been taken. */
  send(mail: Mail): Promise<void>;
}

export interface UploadForm {
  /** Where a browser's plain form (multipart/form-data, field `file` last) goes. */
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** S3 with presigned POST, or a folder with signed links. A file rests in quarantine until its bytes were checked. */
/** What a browser is told of a file. */
export interface Paper {
  /** As its sender wrote it; it may name people. */
  readonly name: string;
  readonly contentType: string;
}

export interface Files {
  /** A signed place for one upload of at most `maxBytes`; valid for 15 minutes of machine time. */
  prepareUpload(
    fileId: string,
    limits: { maxBytes: number; contentType: string },
    redirectTo: string,
  ): Promise<UploadForm>;
  /**
   * Size and first bytes (up to 4 KB) of what was released, else of what lies in quarantine; undefined when nothing has
   * come. `revision` names the bytes that were looked at.
   */
  inspect(
    fileId: string,
  ): Promise<{ size: number; head: Uint8Array; sha256: string; revision: string } | undefined>;
  /**
   * Exactly the inspected bytes out of quarantine, never others that came since, as the paper that they are. Doing it
   * twice is doing it once.
   */
  release(fileId: string, revision: string, paper: Paper): Promise<void>;
  discard(fileId: string): Promise<void>;
  /** A signed link, valid for five minutes of machine time. Where somebody logs its address, it says neither name nor type. */
  link(fileId: string, name: string, contentType: string): Promise<string>;
}

/** Keeps id numbers: sealed for reading back, and a keyed fingerprint for equality. */
export interface Vault {
  seal(plain: string): Promise<string>;
  open(sealed: string): Promise<string>;
  fingerprint(plain: string): Promise<string>;
}

/** Whether somebody can sign in: never had an account, was sent a link, let it lapse, has enrolled. */
export type AccountStanding = 'none' | 'invited' | 'lapsed' | 'active';

export interface Invitation {
  /** One-time: its bearer chooses a password and a second factor. */
  readonly link: string;
  readonly expiresAt: Instant;
  /** Whether it was mailed to the person, too. */
  readonly mailed: boolean;
}

/** Accounts of the home's own issuer. */
export interface Accounts {
  standings(people: readonly PersonId[]): Promise<ReadonlyMap<string, AccountStanding>>;
  /** A new link. What opened the account before opens nothing any more, at once: earlier links, password, sign-ins. */
  invite(
    person: Readonly<Pick<Person, 'id' | 'username' | 'name' | 'email' | 'language'>>,
  ): Promise<Invitation>;
}

/** The law as it is kept here: figures, rest days and ways of cases, with what the offices of this home have set themselves. */
export interface LawSource {
  /** Read at most once a minute of machine time: a row that was just confirmed may be seen so much later. */
  current(): Promise<Law>;
}

/** Everything a use case may touch. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly law: LawSource;
  readonly workflow: Workflow;
  readonly nudge: Nudge;
  /** Absent in an office that has no mail server: people are told in the app alone. */
  readonly mailer?: Mailer | undefined;
  readonly files: Files;
  readonly vault: Vault;
  /** Ends whatever the issuer remembers of a person; absent where the issuer isn't of this home. */
  readonly endIssuerSessions?: (person: PersonId) => Promise<void>;
  /** Absent where people sign in at an issuer that keeps its accounts itself (Cognito, VNeID), and in a demo. */
  readonly accounts?: Accounts;
  /** New ULIDs and random bytes; seeded in tests. */
  readonly random: Random;
  /** Something a person must look at: a parked record, an execution lost three times in a day. No personal data. */
  readonly alarm: (code: string, facts: Readonly<Record<string, string | number>>) => void;
  /** Public origin of the pages, for links in notices; no trailing slash. */
  readonly publicUrl: string;
}

export interface Random {
  ulid(): string;
  bytes(count: number): Uint8Array;
}
