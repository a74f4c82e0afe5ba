import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createSesMailer } from '#shared/mail/ses-mailer.ts';
import { StoreUnavailable, type Mail } from '#shared/ports.ts';
import { serviceError } from '#tests/support/service-error.ts';

const mail: Mail = {
  to: 'ha.tran@haiphong.example',
  subject: 'Có một hồ sơ chờ bạn xử lý',
  text: 'Hồ sơ đang chờ tại UBND phường Sở Dầu.',
  eventId: '01JHA000000000000000000001/2020-10-05/CASE#01Z/7',
};
const ses = mockClient(SESv2Client);
afterAll(() => {
  ses.restore();
});
const mailer = createSesMailer({
  client: new SESv2Client({ region: 'ap-southeast-1' }),
  from: 'Vinh Danh <khong-tra-loi@haiphong.example>',
  configurationSet: 'vinh-danh',
});

beforeEach(() => {
  ses.reset();
});

describe('mail by SES', () => {
  it('is text and HTML in UTF-8 to one address, with the event in a header, counted in its configuration set', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'one' });
    await mailer.send(mail);

    expect(ses.commandCalls(SendEmailCommand).map((call) => call.args[0].input)).toEqual([
      {
        FromEmailAddress: 'Vinh Danh <khong-tra-loi@haiphong.example>',
        Destination: { ToAddresses: [mail.to] },
        ConfigurationSetName: 'vinh-danh',
        Content: {
          Simple: {
            Subject: { Data: mail.subject, Charset: 'UTF-8' },
            Body: {
              Text: { Data: mail.text, Charset: 'UTF-8' },
              Html: { Data: expect.stringContaining(`${mail.text}</p>`) as string, Charset: 'UTF-8' },
            },
            Headers: [
              { Name: 'X-Vinh-Danh-Event', Value: mail.eventId },
              { Name: 'Auto-Submitted', Value: 'auto-generated' },
            ],
          },
        },
      },
    ]);
  });

  it.each([
    'a@haiphong.example, b@example.com',
    'a@haiphong.example\r\nBcc: b@example.com',
    'Ha <a@haiphong.example>',
    'a@b@haiphong.example',
    'no-address',
    '',
  ])('goes nowhere for %j, and says nothing of it', async (to) => {
    const thrown: unknown = await mailer.send({ ...mail, to }).catch((error: unknown) => error);
    expect(thrown).toMatchObject({
      name: 'AddressRefused',
      message: expect.not.stringContaining('@') as string,
    });
    expect(ses.calls()).toHaveLength(0);
  });

  it.each(['MessageRejected', 'TooManyRequestsException', 'MailFromDomainNotVerifiedException'])(
    'that SES does not take is an error, to be tried again: %s. It holds no other effect up',
    async (name) => {
      ses.on(SendEmailCommand).rejects(serviceError(name, 400));
      const sending = mailer.send(mail);
      await expect(sending).rejects.toMatchObject({ name });
      await expect(sending).rejects.not.toBeInstanceOf(StoreUnavailable);
    },
  );
});
