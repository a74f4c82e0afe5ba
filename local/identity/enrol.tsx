import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import {
  enrol,
  enrolmentFaults,
  enrolPath,
  readEnrolment,
  type Enrolment,
  type EnrolmentFault,
} from './enrolment.ts';
import { EnrolledPage, enrolledTitle, EnrolPage, enrolTitle, LinkVoidPage } from './enrol-pages.tsx';
import { troubleTitle, TroublePage, type RenderPage } from './pages.tsx';
import type { FactorKeeper } from './second-factor.ts';

export interface EnrolOptions extends FactorKeeper {
  readonly publicUrl: string;
  readonly renderPage: RenderPage;
  readonly report: (error: unknown) => void;
}

/** Where a one-time link leads: its bearer chooses a password and a second factor. The link itself is the proof. */
export function createEnrolApp(options: EnrolOptions): Hono<{ Bindings: HttpBindings }> {
  const { renderPage } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  const path = `${enrolPath}/:token{[A-Za-z0-9_-]{43}}`;
  app.use(`${enrolPath}/*`, bodyLimit({ maxSize: 16_384, onError: (c) => c.text('413', 413) }));

  const form = (token: string, enrolment: Enrolment, faults: readonly EnrolmentFault[]) =>
    renderPage(
      enrolTitle,
      <EnrolPage token={token} enrolment={enrolment} place={placeOf(options.publicUrl)} faults={faults} />,
    );

  app.get(path, async (c) => {
    const token = c.req.param('token');
    const enrolment = await readEnrolment(options, token);
    if (enrolment === undefined) return c.notFound();
    return c.html(await form(token, enrolment, []));
  });

  app.post(path, async (c) => {
    const token = c.req.param('token');
    const enrolment = await readEnrolment(options, token);
    if (enrolment === undefined) return c.notFound();
    const typed = await c.req.parseBody();
    const text = (name: string): string => {
      const value = typed[name];
      return typeof value === 'string' ? value.slice(0, 1_000) : '';
    };
    const chosen = { password: text('password'), again: text('again'), code: text('code') };
    const faults = enrolmentFaults(enrolment, chosen, options.now());
    if (faults.length > 0) return c.html(await form(token, enrolment, faults), 422);
    const codes = await enrol(options, token, { enrolment, chosen });
    if (codes === undefined) return c.notFound();
    return c.html(await renderPage(enrolledTitle, <EnrolledPage codes={codes} />));
  });

  app.notFound(async (c) => c.html(await renderPage(enrolTitle, <LinkVoidPage />), 404));
  app.onError(async (error, c) => {
    options.report(error);
    return c.html(await renderPage(troubleTitle, <TroublePage />), 500);
  });
  return app;
}

const placeOf = (publicUrl: string): string => new URL(publicUrl).hostname;
