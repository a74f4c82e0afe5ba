import { describe, expect, it } from 'vitest';
import { Typed } from '#web/forms/typed.ts';

describe('what was typed into a form', () => {
  it('is read once, however often a field is repeated', { timeout: 10_000 }, () => {
    const values = Array.from({ length: 400_000 }, (_, n) => String(n));
    const typed = Typed.from(values.map((value) => ['paper', value] as const));
    expect(typed.all('paper')).toEqual(values);
    expect(typed.text('paper')).toBe('0');
    expect(typed.names()).toEqual(['paper']);
  });
});
