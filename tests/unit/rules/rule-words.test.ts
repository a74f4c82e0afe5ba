import { describe, expect, it } from 'vitest';
import { achievementWords } from '#shared/messages/rules/one-achievement.ts';

describe('what the rules say of another case', () => {
  it('names it by form, name and unit, as people know it, never by its id', () => {
    const texts = Object.values(achievementWords).flatMap(({ sayings }) =>
      Object.values(sayings).flatMap(({ says, mend }) => [says.vi, says.en, mend?.vi, mend?.en]),
    );
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => text?.includes('{otherCase}'))).toEqual([]);
  });
});
