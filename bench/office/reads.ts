import { z } from 'zod';
import { people } from '#tests/support/small-directory.ts';
import type { KillableHome } from '#tests/support/killable-home.ts';
import { createClient } from './client.ts';
import { quantile } from './figures.ts';
import type { Figures } from './report.ts';

interface Reads {
  readonly inbox: Took;
  readonly status: Took;
}

interface Took {
  readonly p50: number;
  readonly p99: number;
}

const readsARound = 200;
const casesSchema = z.object({ cases: z.array(z.object({ publicCode: z.string() })) });

/** What people look at most, one after the other by one client. */
export async function measureReads(large: KillableHome, small: KillableHome): Promise<Figures> {
  const few = await readAll(small);
  const { inbox, status } = await readAll(large);
  return {
    ...{ inboxP50: inbox.p50, inboxP99: inbox.p99, inboxToFew: inbox.p50 / few.inbox.p50 },
    ...{ statusP50: status.p50, statusP99: status.p99, statusToFew: status.p50 / few.status.p50 },
  };
}

async function readAll(home: KillableHome): Promise<Reads> {
  const client = createClient(home.url);
  const police = home.tokens[people.policeOfficer.username];
  const ward = home.tokens[people.wardOfficer.username];
  const office = people.wardOfficer.posts[0]?.organisation ?? '';
  const { cases } = casesSchema.parse(
    (await client.get(`/api/cases?organisation=${office}&status=AWARDED`, ward)).body,
  );
  try {
    return {
      inbox: await timed(async () => (await client.get('/api/inbox', police)).ms),
      status: await timed(async (n) => statusOf(home, cases[n % cases.length]?.publicCode ?? '', n)),
    };
  } finally {
    client.close();
  }
}

/** Strangers may guess twenty times a minute from one address: these come from many. */
async function statusOf({ url }: KillableHome, code: string, n: number): Promise<number> {
  const client = createClient(url, `127.1.${String(n % 250)}.${String(1 + (Math.floor(n / 250) % 250))}`);
  try {
    const { status, ms } = await client.get(`/api/follow/${code}`);
    if (status !== 200) throw new Error(`/api/follow: ${String(status)}`);
    return ms;
  } finally {
    client.close();
  }
}

async function timed(read: (n: number) => Promise<number>): Promise<Took> {
  const took: number[] = [];
  for (let n = 0; n < readsARound; n += 1) took.push(await read(n));
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99) };
}
