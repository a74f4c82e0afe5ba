import { describe, expect, it } from 'vitest';
import { personIdSchema } from '#shared/domain/id.ts';
import { createPermissionWorld } from '#tests/support/permission-world.ts';
import { expectSound, formsIn, textOf } from '#tests/support/page-html.ts';
import { allPages } from '#web/all-pages.ts';
import { createPages } from '#web/create-pages.tsx';
import type { PageOptions } from '#web/visit.ts';

/** Pages for whoever signs the closed letter, as strong as a test says. */
async function signerBefore({ tooWeakToSign }: { tooWeakToSign: boolean }) {
  const { ports, letters } = await createPermissionWorld();
  const { id, signer } = letters.closed;
  const options: PageOptions = {
    ports,
    assets: { stylesheet: '/app.css', script: '/app.js' },
    issuerOrigin: 'https://issuer.example',
    formOrigins: async () => ['https://files.example', 'https://issuer.example', 'https://login.example'],
    readSignIn: async () => ({
      person: personIdSchema.parse(signer.id),
      csrf: 'csrf-token',
      tooWeakToSign,
    }),
  };
  const { app } = createPages(options, allPages);
  const path = `/lists/${id}`;
  const send = (entries: Record<string, string>) =>
    app.request(`${path}/act/sign`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: 'vd-lang=vi' },
      body: new URLSearchParams({ csrf: 'csrf-token', key: 'key-of-form', ...entries }).toString(),
    });
  const read = () => app.request(path, { headers: { cookie: 'vd-lang=vi' } });
  return { path, hash: letters.closed.hash, send, read };
}

const wayTo = (path: string) => `/sign-in?for=signing&amp;returnTo=${encodeURIComponent(path)}`;

describe('a list before somebody whose sign-in is too weak to sign it', () => {
  it('shows the way to a stronger one in the place of the form', async () => {
    const { path, read } = await signerBefore({ tooWeakToSign: true });
    const html = await (await read()).text();
    expectSound(html);
    expect(formsIn(html).map(({ action }) => action)).not.toContain(`${path}/act/sign`);
    expect(html).toContain(`href="${wayTo(path)}"`);
    expect(textOf(html)).toContain('cần đăng nhập bằng hai yếu tố');
  });

  it('refuses a form that is sent all the same, with the way and nothing done', async () => {
    const { path, hash, send } = await signerBefore({ tooWeakToSign: true });
    const answer = await send({ hash });
    const html = await answer.text();
    expect(answer.status).toBe(403);
    expectSound(html);
    expect(html).toContain(`href="${wayTo(`${path}/act/sign`)}"`);
    expect((await send({ hash })).status).toBe(403);
  });

  it('has its form when the sign-in is strong enough', async () => {
    const { path, hash, read, send } = await signerBefore({ tooWeakToSign: false });
    const html = await (await read()).text();
    expect(formsIn(html).map(({ action }) => action)).toContain(`${path}/act/sign`);
    expect(html).not.toContain('for=signing');
    expect((await send({ hash })).headers.get('location')).toBe(`${path}?done=list-sign`);
  });
});

describe('where forms of a page may end', () => {
  it('is here, at the issuer, where files go and where the issuer signs people out, each once', async () => {
    const { read } = await signerBefore({ tooWeakToSign: false });
    expect((await read()).headers.get('content-security-policy')).toContain(
      "form-action 'self' https://issuer.example https://files.example https://login.example;",
    );
  });
});
