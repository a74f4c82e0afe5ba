import type { OfficeClient } from './office-client.ts';

/** Whoever works beside others, and asks again after a death, may find that somebody was first, or that a paper is still on its way. */
const comeLate: readonly unknown[] = [
  ...['CaseMovedOn', 'CaseIsMoving', 'CaseNotFree', 'WithdrawalTooLate'],
  ...['ListMovedOn', 'ListEmpty', 'HashChanged', 'NumberTaken'],
  ...['PresenceMissing', 'ResultsMissing', 'MinutesMissing', 'FileNotArrived'],
];

/** @returns each refusal that no haste explains; 503 is asked again and never comes here */
export const refusedWrongly = ({ refused }: Pick<OfficeClient, 'refused'>): string[] =>
  refused
    .filter(({ status, code }) => status !== 409 || !comeLate.includes(code))
    .map(({ path, status, code }) => `refused with ${String(status)} ${String(code)}: ${path}`);
