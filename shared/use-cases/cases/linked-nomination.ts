import type { NewNomination } from '../../domain/case-command.ts';
import { isEnded, keepsAchievement, type Case } from '../../domain/case.ts';
import type { SubjectId } from '../../domain/id.ts';
import { areTwoLevels, linkedBar } from '../../domain/linked-nominations.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Item, Ports, Write } from '../../ports.ts';
import { loadCase } from '../../records/case-record.ts';
import type { Loaded } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { readSubjects } from '../../records/subject-record.ts';
import { law } from '../../regimes/shipped.ts';
import type { Work } from '../acting/work.ts';

/** Linked nominations (khen cao): one achievement put to two levels. */

/** Forms that nobody knows any more are the lowest. */
const rankOf = (form: string): number => law.form(form)?.rank ?? -1;

const notLinked = (code: string): Refusal => new Refusal('InputInvalid', {}, [{ field: 'linkedTo', code }]);

/**
 * The case that a new nomination is put to another level beside.
 * @param item what was read of it
 * @throws Refusal CaseNotFound, also of another organisation's; InputInvalid where it can't be
 */
export async function readLinkable(
  ports: Ports,
  { linkedTo, organisation, form, sealed }: NewNomination,
  item: Item | undefined,
): Promise<Loaded<Case> | undefined> {
  if (linkedTo === undefined) return undefined;
  const other = loadCase(item);
  if (other?.value.enteredBy !== organisation || other.value.sealed !== undefined)
    throw new Refusal('CaseNotFound', { case: linkedTo }).at('linkedTo');
  if (sealed !== undefined) throw new Refusal('SealedApart', {}).at('linkedTo');
  if (isEnded(other.value.status) || other.value.form === undefined) throw notLinked('linkEnded');
  if (!areTwoLevels(form, other.value.form, rankOf)) throw notLinked('linkSameLevel');
  await requireUnlinked(ports, other.value);
  return other;
}

/** Whoever it was linked to before has ended without an award. */
async function requireUnlinked({ store }: Ports, { linkedTo }: Case): Promise<void> {
  if (linkedTo === undefined) return;
  const [item] = await store.get([keys.caseMeta(linkedTo)]);
  const before = loadCase(item)?.value;
  if (before !== undefined && keepsAchievement(before.status)) throw notLinked('linkEnded');
}

/** Both bear each other's id, in one commit. @throws Refusal InputInvalid of another subject */
export async function link(
  { store }: Ports,
  { id, work }: { readonly id: Case['id']; readonly work: Work },
  other: Loaded<Case>,
  subject: SubjectId | undefined,
): Promise<void> {
  const known = other.value.subject === undefined ? [] : await readSubjects(store, [other.value.subject]);
  const same = known.flatMap(({ value }) => [value.id, ...value.sameAs]);
  if (subject === undefined || !same.includes(subject)) throw notLinked('linkOtherSubject');
  work.changeCase(other, {
    subject: { ...other.value, linkedTo: id },
    entry: { act: 'Linked', facts: { linkedTo: id } },
  });
}

/**
 * What a case that comes onto a decision holds fast: the other one stands as it was read. Of two that come onto decisions
 * at the same time, at two levels, one wins.
 * @throws Refusal LinkedNominationOpen, LinkedNominationAwarded
 */
export async function linkedWrites({ store }: Ports, own: Case): Promise<Write[]> {
  if (own.linkedTo === undefined) return [];
  const key = keys.caseMeta(own.linkedTo);
  const [item] = await store.get([key]);
  const other = loadCase(item);
  if (other === undefined) return [];
  const bar = linkedBar(own, other.value, rankOf);
  const otherForm = law.form(other.value.form ?? '')?.name.vi ?? '';
  if (bar === 'awarded') throw new Refusal('LinkedNominationAwarded', { otherForm });
  if (bar === 'open') throw new Refusal('LinkedNominationOpen', { otherForm });
  return [{ check: key, if: { version: other.version } }];
}
