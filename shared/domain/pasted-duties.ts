import type { Organisation, Post } from './directory.ts';
import { folded } from './text.ts';

/** What a post is for, as a pasted cell says it. */
export type Duty = Pick<Post, 'role' | 'capacity'>;

const head: Duty = { role: 'leader', capacity: 'head' };
const deputy: Duty = { role: 'leader', capacity: 'deputy' };

/** Words of the field, folded. A bare "chủ tịch" is none: of the committee, of the council, of a union? */
const dutyWords: Readonly<Record<string, Duty>> = {
  'nguoi de xuat': { role: 'proposer' },
  'can bo lam cong tac tdkt': { role: 'officer' },
  'can bo lam cong tac thi dua, khen thuong': { role: 'officer' },
  'can bo tdkt': { role: 'officer' },
  'cong chuc tdkt': { role: 'officer' },
  'can bo': { role: 'officer' },
  'chuyen vien': { role: 'officer' },
  'thu ky hoi dong': { role: 'secretary' },
  'thu ky hoi dong tdkt': { role: 'secretary' },
  'thu ky hd tdkt': { role: 'secretary' },
  'thanh vien hoi dong': { role: 'member' },
  'thanh vien hoi dong tdkt': { role: 'member' },
  'uy vien hoi dong': { role: 'member' },
  'uy vien hoi dong tdkt': { role: 'member' },
  'uy vien': { role: 'member' },
  'thanh vien': { role: 'member' },
  'lanh dao ky': head,
  'lanh dao': head,
  'cap truong': head,
  'lanh dao ky (cap truong)': head,
  'cap pho': deputy,
  'ky thay': deputy,
  'kt.': deputy,
  'lanh dao ky (cap pho)': deputy,
  'van thu': { role: 'clerk' },
  'can bo to chuc trao tang': { role: 'organiser' },
  'to chuc trao tang': { role: 'organiser' },
  'quan tri': { role: 'administrator' },
  'quan tri he thong': { role: 'administrator' },
  'kiem tra': { role: 'auditor' },
  'nguoi kiem tra': { role: 'auditor' },
};

/** Several roles in one cell stand apart by semicolons, plus signs or lines. */
export function dutiesOf(cell: string): readonly Duty[] | undefined {
  const words = cell.split(/[;+|]/).map((word) => folded(word));
  const duties = words.filter((word) => word !== '').map((word) => dutyWords[word]);
  const known = duties.filter((duty) => duty !== undefined);
  return known.length === duties.length && known.length > 0 ? known : undefined;
}

/** Of a title alone: whoever heads the very office, or a title that is a role. */
export function dutiesOfTitle(
  title: string,
  organisation: Pick<Organisation, 'headTitle'> | undefined,
): readonly Duty[] | undefined {
  const said = folded(title);
  const headTitle = folded(organisation?.headTitle ?? '');
  if (headTitle !== '' && said === headTitle) return [head];
  if (headTitle !== '' && said === `pho ${headTitle}`) return [deputy];
  return dutiesOf(title);
}
