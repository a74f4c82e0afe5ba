import { describe, expect, it } from 'vitest';
import { htmlOf } from '#shared/mail/html-of.ts';

const mail = {
  subject: 'Yêu cầu bổ sung <hồ sơ>',
  text: 'Kính gửi ông/bà Hà,\n\nHạn 14/10/2020.\nXem chi tiết: https://vinhdanh.example/cases/01?a=1&b="x"\n\nThư tự động.',
};

describe('a mail as HTML', () => {
  it('says the same words in paragraphs, its address as a link', () => {
    const html = htmlOf(mail);
    expect(html.match(/<p style="margin:0 0 16px">/g)).toHaveLength(3);
    expect(html).toContain(
      'Hạn 14/10/2020.<br>Xem chi tiết: <a href="https://vinhdanh.example/cases/01?a=1&amp;b=&quot;x&quot;"',
    );
    expect(html).toContain('<title>Yêu cầu bổ sung &lt;hồ sơ&gt;</title>');
    expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    expect(htmlOf({ ...mail, language: 'en' })).toContain('<html lang="en">');
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=y>',
    "' onmouseover='x",
    '&lt;b&gt;',
    'http://"onclick="x',
  ])('shows hostile words as words: %s', (words) => {
    const html = htmlOf({ subject: words, text: words });
    expect(html).not.toMatch(/<(?:script|img)|\son\w+="/);
  });

  it('fetches nothing from anywhere', () => {
    expect(htmlOf(mail)).not.toMatch(/<(?:img|link|style|script|iframe)|url\(|@import/);
  });
});
