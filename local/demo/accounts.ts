import type { DemoAccount } from '#local/identity/pages.tsx';
import type { Ports } from '#shared/ports.ts';
import { listPeople } from '#shared/records/directory-record.ts';

/** Everybody of the demo's directory, with what they are, for the sign-in page and for what start prints. */
export async function demoAccounts(ports: Pick<Ports, 'store'>): Promise<DemoAccount[]> {
  const people = await listPeople(ports.store);
  return people.map(({ username, name, posts }) => ({ username, name, role: posts[0]?.title ?? '' }));
}
