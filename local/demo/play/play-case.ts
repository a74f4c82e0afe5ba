import type { CaseDeed, NominateDeed } from '../season-event.ts';
import { organisationId, personId } from '../world.ts';
import { attach } from './attach.ts';
import type { KnownSubject } from './ledger.ts';
import { given, perform, type Stage } from './stage.ts';
import { subjectOf } from './subject-of.ts';

export async function playCase(stage: Stage, deed: CaseDeed): Promise<void> {
  switch (deed.do) {
    case 'nominate':
      return enter(stage, deed, '/api/nominations', await nomination(stage, deed));
    case 'proposeModel':
      return enter(stage, deed, '/api/model-proposals', {
        organisation: organisationId(deed.organisation),
        proposer: proposerOf(deed.proposer),
        content: deed.content,
      });
    case 'edit':
      return edit(stage, deed);
    case 'judgeIdentity':
      await perform(stage, deed.case, `${pathOf(stage, deed.case)}/judge-identity`, {
        other: await subjectOf(stage, deed.subjectOf),
        answer: deed.answer,
        reason: deed.reason,
      });
      return;
    case 'attachToCase':
      return attach(stage, pathOf(stage, deed.case), { kind: deed.kind, name: deed.name });
    default:
      for (const name of deed.cases) {
        await perform(stage, name, `${pathOf(stage, name)}/${kebab(deed.do)}`, deed.says ?? {});
      }
  }
}

const pathOf = (stage: Stage, name: string): string => `/api/cases/${stage.ledger.caseNamed(name).id}`;
const kebab = (act: string): string => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const proposerOf = ({ name, account }: NominateDeed['proposer']): object =>
  account === undefined ? { name } : { name, person: personId(account) };

type Entering = Extract<CaseDeed, { do: 'nominate' | 'proposeModel' }>;

async function enter(stage: Stage, deed: Entering, path: string, body: object): Promise<void> {
  const { id, version = 1 } = await perform(stage, deed.case, path, body);
  const known = { id, by: stage.by, version };
  stage.ledger.cases.set(deed.case, deed.do === 'nominate' ? { ...known, subject: subjectIn(deed) } : known);
}

function subjectIn({ subjectKind: kind, content }: NominateDeed): KnownSubject {
  const { printedName, unit, birthYear, residentialGroup } = content;
  return {
    kind,
    printedName,
    unit,
    birthYear: birthYear ?? undefined,
    residentialGroup: residentialGroup ?? undefined,
  };
}

async function nomination(stage: Stage, deed: NominateDeed): Promise<object> {
  const { form, subjectKind, idNumber, sealed, content, accounts = [], answers = [] } = deed;
  const said = answers.map(async ({ subjectOf: other, answer }) => ({
    subject: await subjectOf(stage, other),
    answer,
  }));
  return given({
    organisation: organisationId(deed.organisation),
    round: stage.ledger.roundNamed(deed.round),
    form,
    subjectKind,
    proposer: proposerOf(deed.proposer),
    idNumber,
    accounts: accounts.map(personId),
    answers: await Promise.all(said),
    content,
    sealed,
  });
}

/** A draft is only ever changed by who typed it, so the version that was answered last is the one that stands. */
async function edit(stage: Stage, deed: Extract<CaseDeed, { do: 'edit' }>): Promise<void> {
  const known = stage.ledger.caseNamed(deed.case);
  const { version = known.version + 1 } = await stage.api.act({
    by: stage.by,
    path: pathOf(stage, deed.case),
    key: `${stage.key}.edit`,
    body: { content: deed.content },
    method: 'PATCH',
    ifVersion: known.version,
  });
  stage.ledger.cases.set(deed.case, { ...known, version });
}
