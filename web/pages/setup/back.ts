import type { Organisation } from '#shared/domain/directory.ts';
import { t, type Visit } from '../../visit.ts';

/** The way back from a page of the set-up to its list of tasks. */
export const backToSetup = (
  visit: Visit,
  { id }: Pick<Organisation, 'id'>,
): { readonly href: string; readonly label: string } => ({
  href: `/setup/${id}`,
  label: t(visit, 'nav.setup'),
});
