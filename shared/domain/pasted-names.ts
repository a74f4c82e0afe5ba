/** Names as lists write them, with what is said before them. */

const honorific = /^(?:(ông)|(bà)|đ\/c|đồng chí|cháu|em|anh|chị)[\s:.]+(?=\p{Lu})/iu;
const household = /^(?:hộ gia đình|gia đình|hộ)\s+/iu;

/** Lists write `Ông Nguyễn Văn A`; certificates bear the name alone. What it is addressed by tells the gender. */
export function namedPerson(cell: string): { name: string; gender: 'male' | 'female' | undefined } {
  const [whole = '', mister, lady] = honorific.exec(cell) ?? [];
  const gender = mister === undefined ? (lady === undefined ? undefined : 'female') : 'male';
  return { name: cell.slice(whole.length).trim(), gender };
}

export const isHousehold = (name: string): boolean => household.test(name);

/** `Hộ gia đình ông Trần Văn Ba` is represented by `Trần Văn Ba`; of any other name nobody is known. */
export const headOf = (name: string): string =>
  isHousehold(name) ? namedPerson(name.replace(household, '')).name : '';
