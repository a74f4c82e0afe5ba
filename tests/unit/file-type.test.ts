import { describe, expect, it } from 'vitest';
import { beginsAs, fileTypes } from '#shared/domain/file-type.ts';
import { docx, jpeg, pdf, png, xlsx, zipOf } from '#tests/support/papers.ts';

const papers = { pdf, png, jpg: jpeg, docx, xlsx };

function typesOf(head: Uint8Array): string[] {
  return fileTypes.filter((type) => beginsAs(type.contentType, head)).map((type) => type.extension);
}

describe('the type of a paper', () => {
  it.each(fileTypes)('$extension is told by its first bytes, and by no other type’s', ({ extension }) => {
    expect(typesOf(papers[extension])).toEqual([extension]);
  });

  it('is believed for a document or sheet whose head does not say which of the two it is', () => {
    expect(typesOf(zipOf('[Content_Types].xml', '_rels/.rels'))).toEqual(['docx', 'xlsx']);
    expect(typesOf(zipOf('word/numbering.xml', 'word/styles.xml'))).toEqual(['docx']);
  });

  it('is none of ours for programs, archives, pages, pictures that act, and nothing', () => {
    const others = [
      Buffer.from('MZ\u0090\0'),
      zipOf('META-INF/MANIFEST.MF', 'word/document.xml'),
      zipOf('mimetype', 'content.xml'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('<!doctype html>%PDF-1.7'),
      Buffer.from('PK\u0003\u0004'),
      pdf.subarray(0, 3),
      Buffer.alloc(0),
    ];
    expect(others.map(typesOf)).toEqual(others.map(() => []));
  });

  it('that nobody declared is not taken by its bytes', () => {
    expect(beginsAs('text/html', pdf)).toBe(false);
  });
});
