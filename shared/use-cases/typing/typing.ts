import { z } from 'zod';
import type { PersonId } from '../../domain/id.ts';
import { Refusal } from '../../domain/refusal.ts';
import { epochMs } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { keys } from '../../records/keys.ts';
import { loadTyping, typingGone, typingWrite, type Typing } from '../../records/typing-record.ts';

/** A report of the longest kind in three-byte letters, and all that stands beside it. */
const maxTypedBytes = 100_000;

const placeSchema = z.string().regex(/^\/[\w/-]{0,150}#[\w-]{1,60}$/);
const fieldsSchema = z.array(z.tuple([z.string().max(200), z.string()])).max(300);

export interface Typed {
  /** Path of the page, `#` and the name of the form. */
  readonly place: string;
  readonly fields: readonly (readonly [string, string])[];
}

/**
 * Keeps what stands in a form until it is sent: for whoever typed it, for a week. No act, and in no history.
 * @throws Refusal InputInvalid, BodyTooLarge
 */
export async function keepTyping(ports: Ports, person: PersonId, typed: Typed): Promise<void> {
  const fields = fieldsSchema.safeParse(typed.fields);
  if (!fields.success) throw new Refusal('InputInvalid', {}, [{ field: 'fields', code: 'wrongType' }]);
  const place = placeIn(typed.place);
  if (Buffer.byteLength(JSON.stringify(fields.data)) > maxTypedBytes) throw new Refusal('BodyTooLarge');
  await ports.store.commit([typingWrite({ person, place, at: ports.clock.machine(), fields: fields.data })]);
}

/** What was kept there and never sent; nothing that is over a week old. */
export async function readTyping(ports: Ports, person: PersonId, place: string): Promise<Typing | undefined> {
  const [item] = await ports.store.get([keys.typing(person, placeIn(place))]);
  // What has expired may lie in the store for two days more.
  const over = item?.expiresAt !== undefined && item.expiresAt * 1_000 <= epochMs(ports.clock.machine());
  return over ? undefined : loadTyping(item);
}

/** Once it was sent, or its writer doesn't want it. */
export async function dropTyping(ports: Ports, person: PersonId, place: string): Promise<void> {
  await ports.store.commit([typingGone(person, placeIn(place))]);
}

/** @throws Refusal InputInvalid */
function placeIn(text: string): string {
  const place = placeSchema.safeParse(text);
  if (!place.success) throw new Refusal('InputInvalid', {}, [{ field: 'place', code: 'wrongType' }]);
  return place.data;
}
