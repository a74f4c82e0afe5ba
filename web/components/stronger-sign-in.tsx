import { m, t, type Visit } from '../visit.ts';

/** The way to a sign-in that is strong enough to sign, and from there back to this very page. */
export function StrongerSignInLink({ visit }: { visit: Visit }) {
  return (
    <a class="govuk-link" href={`/sign-in?for=signing&returnTo=${encodeURIComponent(visit.path)}`}>
      {t(visit, 'signIn.stronger')}
    </a>
  );
}

/** In the place of a form that would be refused: nobody should fill it in first. */
export function StrongerSignIn({ visit }: { visit: Visit }) {
  return (
    <p class="govuk-body">
      {m(visit, 'refusal', 'SignInTooWeak')} <StrongerSignInLink visit={visit} />
    </p>
  );
}
