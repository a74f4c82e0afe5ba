import { z } from 'zod';
import { serve, type StandIn } from '../json-service.ts';

const contentSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).length(1) }),
  Content: z.object({
    Simple: z.object({
      Subject: z.object({ Data: z.string() }),
      Body: z.object({ Text: z.object({ Data: z.string() }) }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
    }),
  }),
});
export type SentMail = z.infer<typeof contentSchema>;

export interface MailStandIn extends StandIn {
  readonly sent: readonly SentMail[];
}

/** SES v2's SendEmail: keeps what would have gone out. */
export async function serveMail(): Promise<MailStandIn> {
  const sent: SentMail[] = [];
  const standIn = await serve((request, body) => {
    if (request.method !== 'POST' || request.url !== '/v2/email/outbound-emails') return { status: 404 };
    sent.push(contentSchema.parse(JSON.parse(body.toString('utf8'))));
    const headers = { 'content-type': 'application/json' };
    return { headers, body: JSON.stringify({ MessageId: `mail-${String(sent.length)}` }) };
  });
  return { ...standIn, sent };
}
