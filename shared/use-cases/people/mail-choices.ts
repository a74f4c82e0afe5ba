import type { PersonId } from '../../domain/id.ts';
import type { MailChoices } from '../../domain/mail-choices.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadMailChoices, mailChoicesWrite, usualKeptChoices } from '../../records/mail-choices-record.ts';
import { withRetries } from '../acting/request.ts';

/** How the mails of a person come; the usual where they never chose. */
export async function readMailChoices({ store }: Ports, person: PersonId): Promise<MailChoices> {
  const [item] = await store.get([keys.mailChoices(person)]);
  const { groups, hour } = loadMailChoices(item)?.value ?? usualKeptChoices(person);
  return { groups, hour };
}

/** One's own alone, and no act: it changes no record. What is held already still comes when it was to come. */
export async function setMailChoices(ports: Ports, person: PersonId, choices: MailChoices): Promise<void> {
  // The mail of the day may be gathered at the same moment.
  await withRetries(async () => {
    const [item] = await ports.store.get([keys.mailChoices(person)]);
    const before = loadMailChoices(item);
    const after = { ...(before?.value ?? usualKeptChoices(person)), ...choices };
    await ports.store.commit([mailChoicesWrite(before, after)]);
  });
}
