import type { CeremonyDeed } from '../season-event.ts';
import { organisationId } from '../world.ts';
import { given, perform, type Stage } from './stage.ts';

export async function playCeremony(stage: Stage, deed: CeremonyDeed): Promise<void> {
  const { ledger } = stage;
  const idOf = (name: string): string => ledger.caseNamed(name).id;
  if (deed.do === 'holdCeremony') {
    const { host, title, day, place, freezeOn } = deed;
    const body = { host: organisationId(host), title, day, place, freezeOn };
    const { id } = await perform(stage, 'hold', '/api/ceremonies', body);
    ledger.ceremonies.set(deed.ceremony, id);
    return;
  }
  const path = `/api/ceremonies/${ledger.ceremonyNamed(deed.ceremony)}`;
  switch (deed.do) {
    case 'draw':
      await perform(
        stage,
        'draw',
        `${path}/draw`,
        given({ decision: ledger.listNamed(deed.decision).id, cases: deed.cases?.map(idOf) }),
      );
      return;
    case 'arrange':
      await perform(stage, 'arrange', `${path}/arrange`, {
        groups: deed.groups.map((group) => ({ ...group, cases: group.cases.map(idOf) })),
      });
      return;
    case 'handOver':
      for (const name of deed.cases) {
        const { state, receivedBy } = deed;
        await perform(stage, name, `${path}/hand-over`, given({ case: idOf(name), state, receivedBy }));
      }
  }
}
