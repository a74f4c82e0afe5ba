import { cases } from './vi/cases.ts';
import { ceremonies } from './vi/ceremonies.ts';
import { entering } from './vi/entering.ts';
import { imports } from './vi/imports.ts';
import { figures } from './vi/figures.ts';
import { law } from './vi/law.ts';
import { listColumns } from './vi/list-columns.ts';
import { lists } from './vi/lists.ts';
import { mails } from './vi/mails.ts';
import { money } from './vi/money.ts';
import { rules } from './vi/rules.ts';
import { past } from './vi/past.ts';
import { search } from './vi/search.ts';
import { setup } from './vi/setup.ts';
import { done } from './vi/done.ts';
import { shell } from './vi/shell.ts';
import { table } from './vi/table.ts';
import { slips } from './vi/slips.ts';
import { time } from './vi/time.ts';

/** Labels of the pages in Vietnamese, the first language. Words: docs/glossary.md; codes are in shared/messages. */
export const vi = {
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
} as const;

export type TextKey = keyof typeof vi;
