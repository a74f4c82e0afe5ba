import { newNominationSchema } from '#shared/domain/case-command.ts';
import { caseIdSchema, type CaseId } from '#shared/domain/id.ts';
import { nominate } from '#shared/use-cases/cases/new-case.ts';
import { desks, walkIn } from './case-walk.ts';
import { city, withTheCity } from './city-offices.ts';
import { december, people } from './small-directory.ts';
import { asks } from './small-world.ts';
import { createTestHome, type TestHome } from './test-home.ts';

/** A draft for the minister’s medal, entered by the district police. */
export async function medal({ ports }: TestHome, name: string): Promise<CaseId> {
  const command = newNominationSchema.parse({
    organisation: desks.police.organisation,
    round: december.id,
    form: 'KNC_ANTQ',
    subjectKind: 'individual',
    proposer: { name: 'Phạm Văn Tổ' },
    content: {
      printedName: name,
      unit: 'Công an quận',
      birthYear: 1960,
      achievementFrom: '2000-01-01',
      achievementTo: '2020-09-30',
      citation: 'Đã có thời gian tham gia bảo vệ an ninh Tổ quốc',
      report: 'Hai mươi năm công tác.',
    },
  });
  const { id } = await nominate(ports, asks(people.policeOfficer), command);
  return caseIdSchema.parse(id);
}

/** Medals whose last letter inside has gone to the minister: the movement police record what comes back. */
export async function medalsAtTheMinister(count: number) {
  const home = await createTestHome();
  await withTheCity(home, ['KNC_ANTQ']);
  const walk = walkIn(home);
  const ids: CaseId[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = await medal(home, `Người Số ${String(index + 1)}`);
    await walk.act(people.policeOfficer, id, 'submit');
    ids.push(id);
  }
  await walk.letter(desks.police, ids);
  for (const id of ids) await walk.act(city.movement.officer, id, 'recommend');
  await walk.letter(city.movement, ids);
  return { home, ids, ...walk };
}
