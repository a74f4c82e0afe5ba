import type { Person } from '../../domain/directory.ts';
import type { Mail, Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { parseNotice, type Digest } from '../../records/notice-record.ts';
import { getAll } from '../../records/query.ts';
import { say } from '../../messages/say.ts';
import { noticePath, noticeText } from './notice-mail.ts';

/** The rest stands in the app: nobody reads a mail of hundreds of lines. */
const shownInDigest = 20;

/** The one mail of a day: how much there is, the first twenty with their links. No more of a case than the notices say. */
export async function digestMail(ports: Ports, person: Person, digest: Digest): Promise<Mail> {
  const { language } = person;
  const count = digest.of.length;
  const shown = await getAll(
    ports.store,
    digest.of.slice(0, shownInDigest).map(({ on, event }) => keys.notice(person.id, on, event)),
  );
  const notices = shown.flatMap((item) => (item === undefined ? [] : [parseNotice(item)]));
  const lines = notices.map(
    (notice, index) =>
      `${String(index + 1)}. ${noticeText(language, notice)}.\n${ports.publicUrl}${noticePath(notice)}`,
  );
  const more = count - shownInDigest;
  const subject = say(language, 'mail.digestSubject', { day: digest.on, count });
  return {
    to: person.email,
    subject,
    language,
    text: say(language, 'mail.body', {
      name: person.name,
      line: [
        `${subject}.`,
        ...lines,
        ...(more > 0 ? [say(language, 'mail.digestMore', { count: more })] : []),
        say(language, 'mail.digestChoices', { url: `${ports.publicUrl}/notices/choices` }),
      ].join('\n\n'),
      url: `${ports.publicUrl}/notices`,
    }),
    eventId: `${person.id}/${digest.on}/digest`,
  };
}
