import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { clientSettings } from '#shared/aws/client-settings.ts';
import type { Mailer } from '#shared/ports.ts';
import { htmlOf } from './html-of.ts';
import { headersOf } from './event-header.ts';

export interface SesOptions {
  readonly client: Pick<SESv2Client, 'send'>;
  /** A verified sender: `Vinh Danh <khong-tra-loi@example.vn>`, its name in ASCII. */
  readonly from: string;
  /** Where deliveries, bounces and complaints are counted. */
  readonly configurationSet: string;
}

/** As the environment of a function says: region, credentials, endpoint. */
export const openSesMailer = (options: Omit<SesOptions, 'client'>): Mailer =>
  createSesMailer({ client: new SESv2Client(clientSettings), ...options });

/** One address, whatever stands in the record: neither a second one nor a header may slip in with it. */
const oneAddress = /^[^\s"(),:;<>[\\\]@]+@[^\s"(),:;<>[\\\]@]+$/;

/** The recipient's record holds no address that mail can be sent to. Says nothing of what it holds. */
export class AddressRefused extends Error {
  constructor() {
    super('the recipient has no address that mail can be sent to');
    this.name = 'AddressRefused';
  }
}

/**
 * Text and HTML by SES v2. Answers when SES has taken the mail; what it refuses is thrown, and tried again by whoever sends.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export function createSesMailer({ client, from, configurationSet }: SesOptions): Mailer {
  return {
    async send(mail) {
      if (!oneAddress.test(mail.to)) throw new AddressRefused();
      const headers = { ...headersOf(mail), 'Auto-Submitted': 'auto-generated' };
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [mail.to] },
          ConfigurationSetName: configurationSet,
          Content: {
            Simple: {
              Subject: { Data: mail.subject, Charset: 'UTF-8' },
              Body: {
                Text: { Data: mail.text, Charset: 'UTF-8' },
                Html: { Data: htmlOf(mail), Charset: 'UTF-8' },
              },
              Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
            },
          },
        }),
      );
    },
  };
}
