import type { OfficeDeed } from '../season-event.ts';
import { organisationId } from '../world.ts';
import { perform, type Stage } from './stage.ts';

/** Rounds, and letting somebody in after the closing day. */
export async function playOffice(stage: Stage, deed: OfficeDeed): Promise<void> {
  if (deed.do === 'admitLate') {
    const { round, organisation, reason } = deed;
    await perform(stage, 'admit', `/api/rounds/${stage.ledger.roundNamed(round)}/admissions`, {
      organisation: organisationId(organisation),
      reason,
    });
    return;
  }
  const { owner, name, year, lane, themes, opensOn, forms } = deed;
  const { id } = await perform(stage, 'round', '/api/rounds', {
    owner: organisationId(owner),
    name,
    year,
    lane,
    themes,
    opensOn,
    forms: forms.map((form) => ({
      ...form,
      quotas: form.quotas.map(({ organisation, ...quota }) => ({
        ...quota,
        ...(organisation === undefined ? {} : { organisation: organisationId(organisation) }),
      })),
    })),
  });
  stage.ledger.rounds.set(deed.round, id);
}
