import { cases } from './en/cases.ts';
import { ceremonies } from './en/ceremonies.ts';
import { entering } from './en/entering.ts';
import { imports } from './en/imports.ts';
import { figures } from './en/figures.ts';
import { law } from './en/law.ts';
import { listColumns } from './en/list-columns.ts';
import { lists } from './en/lists.ts';
import { mails } from './en/mails.ts';
import { money } from './en/money.ts';
import { rules } from './en/rules.ts';
import { past } from './en/past.ts';
import { search } from './en/search.ts';
import { setup } from './en/setup.ts';
import { done } from './en/done.ts';
import { shell } from './en/shell.ts';
import { table } from './en/table.ts';
import { slips } from './en/slips.ts';
import { time } from './en/time.ts';
import type { TextKey } from './vi.ts';

/** Labels of the pages in English: the same keys, the same placeholders. */
export const en = {
  ...shell,
  ...done,
  ...entering,
  ...cases,
  ...imports,
  ...listColumns,
  ...lists,
  ...ceremonies,
  ...rules,
  ...setup,
  ...time,
  ...mails,
  ...money,
  ...past,
  ...law,
  ...figures,
  ...search,
  ...table,
  ...slips,
} as const satisfies Record<TextKey, string>;
