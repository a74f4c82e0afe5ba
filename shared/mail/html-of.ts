import type { Mail } from '../ports.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** Addresses become links; everything else stays the words that it is. */
const linked = (line: string): string =>
  line
    .split(/(https?:\/\/\S+)/)
    .map((part, place) =>
      place % 2 === 0
        ? escaped(part)
        : `<a href="${escaped(part)}" style="color:#1b3a63;font-weight:bold">${escaped(part)}</a>`,
    )
    .join('');

const paragraph = (text: string): string =>
  `<p style="margin:0 0 16px">${text.split('\n').map(linked).join('<br>')}</p>`;

/**
 * The same words for readers of mail that show HTML: our colours, no picture, nothing fetched from anywhere. Styles stand on
 * each element, since many mail readers take no others.
 */
export function htmlOf({
  subject,
  text,
  language = 'vi',
}: Pick<Mail, 'subject' | 'text' | 'language'>): string {
  const paragraphs = text.split(/\n{2,}/).map(paragraph);
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><title>${escaped(subject.replaceAll(/\s+/g, ' '))}</title></head>`,
    `<body style="margin:0;padding:0;background:#f6f4ef;color:#0b0c0c;font:16px/1.5 Arial,sans-serif">`,
    `<div style="max-width:600px;margin:0 auto;background:#ffffff">`,
    `<p style="margin:0;padding:12px 20px;background:#9b1c1f;color:#ffffff;font-weight:bold">Vinh Danh</p>`,
    `<div style="padding:20px">${paragraphs.join('')}</div></div></body></html>`,
  ].join('');
}
