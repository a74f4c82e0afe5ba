import type { OfficeClient } from './office-client.ts';

/** Whoever works beside others, and asks again after a death, may find that somebody was first, or that a paper is still on its way. */
const comeLate: readonly unknown[] = [
  ...['CaseMovedOn', 'CaseIsMoving', 'CaseNotFree', 'WithdrawalTooLate'],
  ...['ListMovedOn', 'ListEmpty', 'HashChanged', 'NumberTaken'],
  ...['OpinionsAwaited', 'OpinionNotAwaited'],
  ...['PresenceMissing', 'ResultsMissing', 'MinutesMissing', 'FileNotArrived'],
];

/** A hold names no step, so that a case which has gone on to another office is no longer theirs to hold. */
const goneOn = ({ path, status, code }: OfficeClient['refused'][number]): boolean =>
  status === 403 && code === 'ActNotYours' && path.endsWith('/hold');

/** A row that was held or withdrawn while its result was counted, or somebody meant to strike it, is on the list no more. */
const leftTheList = ({ path, status, code }: OfficeClient['refused'][number]): boolean =>
  status === 422 && code === 'CaseNotOfThisList' && /\/(result|strike)$/.test(path);

const isHaste = (one: OfficeClient['refused'][number]): boolean =>
  goneOn(one) || leftTheList(one) || (one.status === 409 && comeLate.includes(one.code));

/** @returns each refusal that no haste explains; 503 is asked again and never comes here */
export const refusedWrongly = ({ refused }: Pick<OfficeClient, 'refused'>): string[] =>
  refused
    .filter((one) => !isHaste(one))
    .map(({ path, status, code }) => `refused with ${String(status)} ${String(code)}: ${path}`);
