import type { Child } from 'hono/jsx';
import { t, type Visit } from '../visit.ts';
import { isTextKey } from '../texts/text.ts';
import { DemoBanner } from './demo-banner.tsx';
import { ErrorSummary, SummaryOfErrors, type Trouble } from './error-summary.tsx';
import { Header } from './header.tsx';

export interface LayoutProps {
  readonly visit: Visit;
  readonly title: string;
  /** Small words above the heading: what kind of thing this is. */
  readonly caption?: string | undefined;
  readonly back?: { readonly href: string; readonly label: string };
  readonly trouble?: Trouble | undefined;
  /** The body brings its own heading: a page of the issuer. */
  readonly ownHeading?: boolean;
  /** As wide as the screen: for a table of many columns. */
  readonly wide?: boolean;
  readonly children?: Child;
}

const productName = 'Vinh Danh';

/** Every page: one heading, what went wrong before it, what was done above it. */
export function Layout(props: LayoutProps) {
  const { visit, title, caption, back, trouble, ownHeading = false, wide = false, children } = props;
  const failure = trouble === undefined && isFailure(visit.done) ? visit.done : undefined;
  const titled = (trouble ?? failure) === undefined ? title : `${t(visit, 'error.prefix')} ${title}`;
  return (
    <html lang={visit.language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{titled === productName ? titled : `${titled} – ${productName}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={visit.assets.stylesheet} />
        {!ownHeading && <script type="module" src={visit.assets.script} />}
      </head>
      <body class="govuk-template__body">
        <a href="#main" class="govuk-skip-link">
          {t(visit, 'layout.skip')}
        </a>
        <Header visit={visit} />
        {visit.demo && <DemoBanner visit={visit} />}
        <div class={`govuk-width-container${wide ? ' vd-wide' : ''}`}>
          {back !== undefined && (
            <nav aria-label={t(visit, 'layout.back')}>
              <a href={back.href} class="govuk-back-link">
                {back.label}
              </a>
            </nav>
          )}
          <main class="govuk-main-wrapper" id="main" lang={visit.language}>
            {failure === undefined ? (
              <DoneBanner visit={visit} />
            ) : (
              <FailureSummary visit={visit} failure={failure} />
            )}
            {trouble !== undefined && <ErrorSummary visit={visit} trouble={trouble} />}
            {caption !== undefined && <span class="govuk-caption-l">{caption}</span>}
            {!ownHeading && <h1 class="govuk-heading-l">{title}</h1>}
            {children}
          </main>
        </div>
        <footer class="govuk-footer">
          <div class="govuk-width-container">
            <ul class="govuk-footer__inline-list">
              <li class="govuk-footer__inline-list-item">
                <a class="govuk-footer__link" href="/follow">
                  {t(visit, 'nav.follow')}
                </a>
              </li>
              <li class="govuk-footer__inline-list-item">
                <a class="govuk-footer__link" href="/honours">
                  {t(visit, 'nav.honours')}
                </a>
              </li>
            </ul>
            <p class="govuk-body-s">{t(visit, 'layout.footer')}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Words that tell of what was not done, and where the page says why. */
const failures = { fileRefused: '#papers' } as const;
type Failure = keyof typeof failures;
const isFailure = (word: string | undefined): word is Failure =>
  word !== undefined && Object.hasOwn(failures, word);

function FailureSummary({ visit, failure }: { visit: Visit; failure: Failure }) {
  return (
    <SummaryOfErrors visit={visit}>
      <ul class="govuk-list govuk-error-summary__list">
        <li>
          <a href={failures[failure]}>{t(visit, `done.${failure}`)}</a>
        </li>
      </ul>
    </SummaryOfErrors>
  );
}

/** Says what the act before this page did; only in words that are known. */
function DoneBanner({ visit }: { visit: Visit }) {
  const key = `done.${visit.done ?? ''}`;
  if (!isTextKey(key)) return null;
  return (
    <div
      class="govuk-notification-banner govuk-notification-banner--success"
      role="alert"
      aria-labelledby="done-title"
    >
      <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="done-title">
          {t(visit, 'layout.done')}
        </h2>
      </div>
      <div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">{t(visit, key)}</p>
      </div>
    </div>
  );
}
