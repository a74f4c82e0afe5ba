import { describe, expect, it } from 'vitest';
import { attachmentNamed } from '#shared/files/content-disposition.ts';

const realName = (header: string): string => decodeURIComponent(/UTF-8''(.*)$/.exec(header)?.[1] ?? '');

describe('the name under which a browser keeps a file', () => {
  it.each([
    ['Biên bản họp (1).pdf', 'bien ban hop _1_.pdf'],
    ['“Nêu gương” "y".pdf', '_neu guong_ _y_.pdf'],
    ['表彰.pdf', '__.pdf'],
  ])('is the real one, and one without diacritics: %j', (name, plain) => {
    const header = attachmentNamed(name);
    expect(header).toContain(`filename="${plain}"`);
    expect(realName(header)).toBe(name);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });

  it.each([
    ['ế', '.pdf'],
    ['🏅', '.docx'],
  ])(
    'is short enough for S3, however many letters like %s it has, and keeps its ending',
    (letter, ending) => {
      const name = letter.repeat(196 / letter.length) + ending;
      const header = attachmentNamed(name);
      expect(header.length).toBeLessThan(1_700);
      expect(realName(header)).toMatch(new RegExp(`^(${letter}){90,}\\${ending}$`, 'u'));
    },
  );

  it('can be told though half a letter stands in it', () => {
    expect(realName(attachmentNamed('a\ud83cb.pdf'))).toBe('a\ufffdb.pdf');
  });
});
