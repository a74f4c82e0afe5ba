import { expect, it } from 'vitest';
import { citationText } from '#shared/domain/law/instrument.ts';

it('a citation names a text once, however many rows rest on it', () => {
  const sources = [
    { of: 'ND_152_2025', at: 'Điều 50' },
    { of: 'L_06_2022' },
    { of: 'ND_152_2025', at: 'Điều 50' },
  ];
  expect(citationText(new Map(), sources)).toBe('ND_152_2025, Điều 50; L_06_2022');
});
