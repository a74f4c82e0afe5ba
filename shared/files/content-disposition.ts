import { folded } from '#shared/domain/text.ts';

/** RFC 6266: the real name in UTF-8 (RFC 8187, formerly 5987), and one without diacritics for those that can't. */
export function attachmentNamed(name: string): string {
  const plain = folded(name).replaceAll(/[^a-z0-9._ -]/g, '_') || 'file';
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
