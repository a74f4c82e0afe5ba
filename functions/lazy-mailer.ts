import { keep } from '#shared/machine/kept.ts';
import type { Mailer } from '#shared/ports.ts';

/** Reads the client of SES from disk when a mail is first sent. */
export function lazyMailer(settings: {
  readonly MAIL_FROM: string;
  readonly MAIL_CONFIGURATION_SET: string;
}): Mailer {
  const options = { from: settings.MAIL_FROM, configurationSet: settings.MAIL_CONFIGURATION_SET };
  const { read: mailer } = keep(async () =>
    (await import('#shared/mail/ses-mailer.ts')).openSesMailer(options),
  );
  return { send: async (mail) => (await mailer()).send(mail) };
}
