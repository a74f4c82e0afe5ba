import type { Case, CaseContent } from '../../domain/case.ts';
import { caseFacts, type Gathered } from '../../domain/rules/case-facts.ts';
import type { CaseFacts } from '../../domain/rules/facts.ts';
import type { Subject } from '../../domain/subject.ts';
import type { Ports } from '../../ports.ts';
import { readFiles } from '../../records/file-record.ts';
import { recordId } from '../../records/keys.ts';
import { officesOn } from '../../domain/route.ts';
import { awardHistoryOf, levelsOn } from '../subjects/award-history.ts';
import { readOthers } from './others-of.ts';

/** One case that rules are to be asked about. */
export interface AskedCase extends Pick<Gathered, 'route' | 'said' | 'happened' | 'decidedOn' | 'idNumber'> {
  readonly subject: Case;
  readonly content: CaseContent;
  /** Whom it is about, where that was read; undefined for one who isn't told of yet. */
  readonly own: Subject | undefined;
  /** A draft that lies nowhere yet has no papers to look at. */
  readonly unsaved?: boolean;
}

/** Reads what the rules look at, each kind of it at once. Of a model proposal nothing is asked yet. */
export async function gatherFacts(
  { store, clock, vault }: Pick<Ports, 'store' | 'clock' | 'vault'>,
  asked: AskedCase,
): Promise<CaseFacts> {
  const { subject, content, own, unsaved = false, route, said, happened, decidedOn } = asked;
  const today = clock.today();
  if (subject.kind !== 'nomination') return caseFacts({ today, subject, content, route, said });
  const [files, others, history, idNumber] = await Promise.all([
    unsaved ? undefined : readFiles(store, recordId('CASE', subject.id)),
    readOthers(store, subject, content, own),
    awardHistoryOf(
      { store },
      {
        subjects: own === undefined || subject.sealed !== undefined ? [] : [own.id],
        organisation: subject.enteredBy,
        offices: officesOn(subject.route ?? route),
        without: subject.id,
        levels: levelsOn(today),
      },
    ),
    asked.idNumber ?? openedNumber(vault, asked),
  ]);
  return caseFacts({
    today,
    subject,
    content,
    route,
    said,
    happened,
    decidedOn,
    idNumber,
    files,
    history,
    // What was awarded to the same subject is told with its decision.
    others: others.filter(
      (other) =>
        other.sameSubject !== true ||
        other.subject.status !== 'AWARDED' ||
        other.subject.linkedTo === subject.id,
    ),
  });
}

/** It lies encrypted with the subject, and is opened only until the case is sent. */
async function openedNumber(vault: Ports['vault'], { own, subject }: AskedCase): Promise<string | undefined> {
  // Of an earlier subject of another office it would tell what that office has typed.
  const kept = own?.enteredBy === subject.enteredBy ? own.idNumber : undefined;
  if (kept === undefined || subject.status !== 'DRAFT' || subject.sealed !== undefined) return undefined;
  return vault.open(kept.sealed);
}
