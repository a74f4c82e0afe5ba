import type { DemoAccount } from '#local/identity/pages.tsx';
import type { Ports } from '#shared/ports.ts';
import { listPeople, readOrganisations } from '#shared/records/directory-record.ts';

/** Everybody of the demo's directory, with what they are, for the sign-in page and for what start prints. */
export async function demoAccounts(ports: Pick<Ports, 'store'>): Promise<DemoAccount[]> {
  const people = await listPeople(ports.store);
  const organisations = await readOrganisations(
    ports.store,
    people.flatMap(({ posts }) => posts.slice(0, 1).map(({ organisation }) => organisation)),
  );
  return people.map(({ username, name, posts: [post] }) => ({
    username,
    name,
    role: post?.title ?? '',
    office: post === undefined ? '' : (organisations.get(post.organisation)?.shortName ?? ''),
  }));
}
