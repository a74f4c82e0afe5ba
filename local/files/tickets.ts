import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readOrMakePrivateFile } from '#local/private-file.ts';
import { Refusal } from '#shared/domain/refusal.ts';
import { epochMs } from '#shared/domain/time.ts';
import type { Clock } from '#shared/ports.ts';

/** What a signed form or link says. Whoever holds it may do this one thing until it expires, by machine time. */
export type Ticket = Readonly<Record<string, string>>;

export interface Tickets {
  sign(purpose: 'upload' | 'download', ticket: Ticket, validMs: number): Ticket;
  /** @throws Refusal FormExpired for what is altered, made for something else, or too old */
  verify(purpose: 'upload' | 'download', names: readonly string[], sent: ReadonlyMap<string, string>): Ticket;
}

export function createTickets(dataFolder: string, clock: Pick<Clock, 'machine'>): Tickets {
  const path = join(dataFolder, 'file-link-key');
  const key = Buffer.from(
    readOrMakePrivateFile(path, () => randomBytes(32).toString('hex')),
    'hex',
  );
  const signatureOf = (purpose: string, ticket: Ticket): Buffer => {
    const said = Object.entries(ticket).sort(([one], [other]) => (one < other ? -1 : 1));
    return createHmac('sha256', key)
      .update(JSON.stringify([purpose, said]))
      .digest();
  };
  const now = (): number => epochMs(clock.machine());

  return {
    sign(purpose, ticket, validMs) {
      const dated = { ...ticket, expires: String(now() + validMs) };
      return { ...dated, signature: signatureOf(purpose, dated).toString('base64url') };
    },
    verify(purpose, names, sent) {
      const dated = Object.fromEntries([...names, 'expires'].map((name) => [name, sent.get(name) ?? '']));
      const signature = Buffer.from(sent.get('signature') ?? '', 'base64url');
      const right = signatureOf(purpose, dated);
      if (signature.length !== right.length || !timingSafeEqual(signature, right))
        throw new Refusal('FormExpired').at('signature');
      if (Number(dated['expires']) <= now()) throw new Refusal('FormExpired').at('expires');
      return dated;
    },
  };
}
