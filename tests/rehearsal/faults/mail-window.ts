import { z } from 'zod';
import type { Meddle, WireCall } from '../wire.ts';

/**
 * The one window in which a mail may be doubled: the provider has taken it, and its sender dies, or loses the answer, before
 * the mark that says so stands in the table.
 */
export interface MailWindow {
  /** Looks on while calls pass. */
  readonly watch: (meddle: Meddle) => Meddle;
  /** A function died: what it had sent and not yet marked stands in the window. */
  readonly died: (caller: string) => void;
  /** How often the mail of an event stood in the window. */
  readonly times: (eventId: string) => number;
}

const mailSchema = z.object({
  Content: z.object({
    Simple: z.object({ Headers: z.array(z.object({ Name: z.string(), Value: z.string() })) }),
  }),
});
const marksSchema = z.object({
  TransactItems: z.array(
    z.object({
      Put: z
        .object({
          Item: z.object({
            pk: z.object({ S: z.string() }),
            sk: z.object({ S: z.string() }),
            body: z.object({ M: z.object({ mail: z.object({ S: z.string() }).optional() }) }),
          }),
        })
        .optional(),
    }),
  ),
});

export function createMailWindow(): MailWindow {
  const unmarked = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const stands = (event: string): unknown => counts.set(event, (counts.get(event) ?? 0) + 1);
  const sentBy = (caller: string): Set<string> => {
    const known = unmarked.get(caller) ?? new Set();
    unmarked.set(caller, known);
    return known;
  };

  return {
    watch: (meddle) => async (call, pass) => {
      const taken = new Set<string>();
      const answer = await meddle(call, async () => {
        const passed = await pass();
        if (passed !== 'cut' && (passed.status ?? 200) < 300) {
          for (const event of sentIn(call)) {
            sentBy(call.caller).add(event);
            taken.add(event);
          }
          for (const event of markedIn(call)) sentBy(call.caller).delete(event);
        }
        return passed;
      });
      // Cut off after it was taken: who sends it again can't know.
      if (answer === 'cut') for (const event of taken) if (sentBy(call.caller).delete(event)) stands(event);
      return answer;
    },
    died(caller) {
      for (const event of sentBy(caller)) stands(event);
      unmarked.delete(caller);
    },
    times: (eventId) => counts.get(eventId) ?? 0,
  };
}

function sentIn({ operation, input }: WireCall): readonly string[] {
  return operation === 'SendEmail' ? [eventOf(mailSchema.parse(input))] : [];
}

export const eventOf = (mail: z.infer<typeof mailSchema>): string =>
  mail.Content.Simple.Headers.find(({ Name }) => Name === 'X-Vinh-Danh-Event')?.Value ?? '';

/** Notices that a commit marks as sent: `NOTICES#person / day#event`. */
function markedIn({ operation, input }: WireCall): readonly string[] {
  if (operation !== 'TransactWriteItems') return [];
  return marksSchema.parse(input).TransactItems.flatMap(({ Put }) => {
    if (Put?.Item.body.M.mail?.S !== 'sent') return [];
    const { pk, sk } = Put.Item;
    return [`${pk.S.slice('NOTICES#'.length)}/${sk.S.replace('#', '/')}`];
  });
}
