import { expect } from 'vitest';
import type { Json } from '#shared/ports.ts';
import type { Reason } from '#local/workflow/reason.ts';
import type { Act } from './behaviour.ts';
import { caseName, type Answer, type Ending, type Subject } from './home.ts';

/** Which of the tokens that functions were given, or a text that nobody was given. */
export type Which = 'first' | 'latest' | { readonly text: string };

function tokenOf(subject: Subject, which: Which): string {
  if (typeof which === 'object') return which.text;
  const token = subject.tokens().at(which === 'first' ? 0 : -1);
  expect(token, 'no function was given a token').toBeDefined();
  return token!;
}

export const officePasses =
  (seconds: number): Act =>
  (subject) =>
    subject.passOffice(seconds);

export const machinePasses =
  (seconds: number): Act =>
  (subject) =>
    subject.passMachine(seconds);

/** Its clock shows the time, but nothing has woken the program yet. */
export const officeShows =
  (seconds: number): Act =>
  async (subject) =>
    subject.setOfficeForward(seconds);

export const functionsReturn: Act = (subject) => subject.functionsReturn();

export const succeeds =
  (which: Which, output: Json = {}, answer: Answer = 'ok'): Act =>
  async (subject) => {
    expect(await subject.succeed(tokenOf(subject, which), output)).toBe(subject.says(answer));
  };

export const fails =
  (which: Which, reason: Reason = {}, answer: Answer = 'ok'): Act =>
  async (subject) => {
    expect(await subject.fail(tokenOf(subject, which), reason)).toBe(subject.says(answer));
  };

export const stops =
  (reason: Reason = {}, answer: Answer = 'ok', name = caseName): Act =>
  async (subject) => {
    expect(await subject.stop(name, reason)).toBe(subject.says(answer));
  };

export const starts =
  (name: string, input: Json, answer: Answer = 'ok'): Act =>
  async (subject) => {
    expect(await subject.start(name, input)).toBe(subject.says(answer));
  };

export const is =
  (ending: { readonly [field in keyof Ending]?: unknown }): Act =>
  async (subject) => {
    expect(await subject.describe(caseName)).toMatchObject(ending);
  };

export const wasCalled =
  (task: string, times: number): Act =>
  async (subject) => {
    expect(subject.calls[task]).toHaveLength(times);
  };

/** Each call of the task comes exactly so many seconds of machine time after the one before it, not a millisecond earlier. */
export const isCalledAgainAfter =
  (task: string, ...waits: readonly number[]): Act =>
  async (subject) => {
    const called = () => subject.calls[task]?.length ?? 0;
    for (const seconds of waits) {
      const before = called();
      await subject.passMachine(seconds - 0.001);
      expect(called(), `before ${String(seconds)} s have passed`).toBe(before);
      await subject.passMachine(0.001);
      expect(called(), `when ${String(seconds)} s have passed`).toBe(before + 1);
    }
  };
