import type { Case, CaseContent } from '../../domain/case.ts';
import { civilDateSchema } from '../../domain/time.ts';
import type { Ports } from '../../ports.ts';
import { loadContent } from '../../records/case-record.ts';
import { honourGone, honourWrite, honouringKey, type Honour } from '../../records/honour-record.ts';
import { encode } from '../../records/item.ts';
import { keys } from '../../records/keys.ts';
import { awardOf } from '../views/award-of.ts';

/** Without a basis nothing is public: neither by a tick alone, nor where what was written has been erased. */
const mayBeShown = (subject: Case, content: CaseContent | undefined): content is CaseContent =>
  subject.sealed === undefined &&
  content?.publication === 'public' &&
  content.publicationBasis !== '' &&
  content.printedName !== '';

/** Puts an award on the roll of its year, or takes it off: what stands is made what should. Repeatable. */
export async function keepHonour(ports: Ports, subject: Case): Promise<void> {
  const { form, subjectKind } = subject;
  if (subject.kind !== 'nomination' || form === undefined || subjectKind === undefined) return;
  const award = await awardOf(ports, subject);
  if (award === undefined) return;
  const [item] = await ports.store.get([keys.caseContent(subject.id)]);
  const content = loadContent(item)?.value;
  const place = {
    case: subject.id,
    organisation: subject.enteredBy,
    date: civilDateSchema.parse(award.date),
  };
  if (!mayBeShown(subject, content)) {
    await ports.store.commit([honourGone(place)]);
    return;
  }
  const { printedName: name, unit } = content;
  const honour: Honour = { ...place, name, unit, form, subjectKind, number: award.number };
  const [known] = await ports.store.get([honouringKey(honour)]);
  const listed = known === undefined ? [{ put: encode(honouringKey(honour), {}, 1) }] : [];
  await ports.store.commit([honourWrite(honour), ...listed]);
}
