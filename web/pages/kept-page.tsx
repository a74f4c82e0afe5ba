import { Layout } from '../components/layout.tsx';
import type { Typed } from '../forms/typed.ts';
import { t, type Visit } from '../visit.ts';

const backHere = encodeURIComponent('/?done=signedInAgain');
const keys = ['csrf', 'key'];
const ofTheForm = [...keys, 'version', 'step'];

/** Whether somebody answered anything there: a button alone is pressed again. */
export function hasAnswers(typed: Typed): boolean {
  return typed.names().some((name) => !ofTheForm.includes(name) && typed.text(name).trim() !== '');
}

interface KeptProps {
  readonly visit: Visit;
  /** Where the form went. */
  readonly action: string;
  readonly typed: Typed;
}

/**
 * What somebody sent whose sign-in had ended. It carries no token: once they are signed in it opens the form again, as it
 * would be now, and only sending that does anything.
 */
export function KeptPage({ visit, action, typed }: KeptProps) {
  const kept = typed
    .names()
    .filter((name) => !keys.includes(name))
    .flatMap((name) => typed.all(name).map((value) => ({ name, value })));
  // Codes and ids have no space in them, and tell nobody anything.
  const words = kept.filter(({ value }) => /\S\s+\S/.test(value));
  return (
    <Layout visit={visit} title={t(visit, 'kept.title')}>
      <p class="govuk-body">{t(visit, 'kept.explained')}</p>
      {words.map(({ value }) => (
        <p class="govuk-inset-text vd-lines">{value}</p>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`/sign-in?returnTo=${backHere}`} target="_blank" rel="noopener">
          {t(visit, 'kept.signIn')}
        </a>
      </p>
      <p class="govuk-body">{t(visit, 'kept.then')}</p>
      <form method="post" action={action}>
        <input type="hidden" name="csrf" value="" />
        {kept.map(({ name, value }) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="govuk-button">
          {t(visit, 'kept.open')}
        </button>
      </form>
    </Layout>
  );
}
