import { folded } from '#shared/domain/text.ts';

/**
 * RFC 6266: the real name in UTF-8 (RFC 8187, formerly 5987), and one without diacritics for those that can't. A name
 * of very many letters loses some before its ending.
 * @returns at most 1,700 ASCII letters for the longest name that a file may have
 */
export function attachmentNamed(name: string): string {
  const short = shortened(name);
  const plain = folded(short).replaceAll(/[^a-z0-9._ -]/g, '_') || 'file';
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(short)}`;
}

/**
 * S3 keeps 2 KB of such words with an object, and a letter with two marks is nine of them:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html
 */
const maxEncoded = 1_400;

function shortened(name: string): string {
  const ending = /\.\w{1,10}$/.exec(name)?.[0] ?? '';
  const letters = Array.from(name.slice(0, name.length - ending.length));
  while (encoded(letters.join('') + ending).length > maxEncoded) letters.pop();
  return letters.join('') + ending;
}

function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
