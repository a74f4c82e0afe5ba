import type { Law } from '../law/law.ts';
import type { Fact } from '../law/computation.ts';

/** An award form as facts: its code, and its name for the words of either language. A form from outside keeps its name. */
export function formFacts(law: Law, key: string, code: string): Fact[] {
  const name = law.form(code)?.name;
  return [
    { key, value: code },
    { key: `${key}Vi`, value: name?.vi ?? code },
    { key: `${key}En`, value: name?.en ?? code },
  ];
}

/** A title, a flag or a recognition is no form of commendation; what we don't know is taken for one. */
export function isCommendation(law: Law, code: string): boolean {
  const group = law.form(code)?.group;
  return group === undefined || group === 'commendation';
}
