import { officeRules, rootReaders } from '#shared/domain/permission.ts';
import { t, type SignedIn, type Visit } from '../visit.ts';

/** The band on every page: product, person, notices, language, sign out; and where this person works. */
export function Header({ visit }: { visit: Visit }) {
  const { signedIn } = visit;
  return (
    <header class="vd-header">
      <div class="govuk-width-container vd-header__row">
        <a class="vd-header__name" href="/">
          Vinh Danh
        </a>
        {signedIn !== undefined && signedIn.me.posts.length > 0 && <SearchBox visit={visit} />}
        <div class="vd-header__tools">
          <LanguageSwitch visit={visit} />
          {signedIn === undefined ? (
            <a href={`/sign-in?returnTo=${encodeURIComponent(visit.path)}`}>{t(visit, 'nav.signIn')}</a>
          ) : (
            <Person visit={visit} signedIn={signedIn} />
          )}
        </div>
      </div>
      {signedIn !== undefined && <Navigation visit={visit} signedIn={signedIn} />}
    </header>
  );
}

/** On the page of a search its own form stands. */
function SearchBox({ visit }: { visit: Visit }) {
  if (visit.path.startsWith('/search')) return null;
  return (
    <form method="get" action="/search" role="search" class="vd-search">
      <label class="govuk-visually-hidden" for="header-search">
        {t(visit, 'search.label')}
      </label>
      <input
        class="govuk-input vd-search__input"
        id="header-search"
        name="q"
        type="search"
        maxlength={100}
        autocomplete="off"
        required
      />
      <button type="submit" class="govuk-button govuk-button--secondary vd-search__button">
        {t(visit, 'search.button')}
      </button>
    </form>
  );
}

function Person({ visit, signedIn }: { visit: Visit; signedIn: SignedIn }) {
  const { unread } = signedIn;
  return (
    <>
      <a href="/notices" class="vd-bell">
        <svg
          class="vd-bell__sign"
          viewBox="0 0 24 24"
          width="20"
          height="20"
          aria-hidden="true"
          focusable="false"
        >
          <path
            fill="currentColor"
            d="M12 22a2.5 2.5 0 0 0 2.45-2h-4.9A2.5 2.5 0 0 0 12 22Zm7-6v-5a7 7 0 0 0-5.5-6.84V3.5a1.5 1.5 0 0 0-3 0v.66A7 7 0 0 0 5 11v5l-2 2v1h18v-1l-2-2Z"
          />
        </svg>
        {t(visit, 'nav.notices')}
        {unread.count > 0 && (
          <>
            {' '}
            <strong class="vd-count">
              {unread.count}
              {unread.more && '+'}
              <span class="govuk-visually-hidden"> {t(visit, 'nav.unread')}</span>
            </strong>
          </>
        )}
      </a>
      <span class="vd-header__person">{signedIn.me.name}</span>
      <form method="post" action="/sign-out">
        <input type="hidden" name="csrf" value={signedIn.csrf} />
        <button type="submit" class="vd-link-button">
          {t(visit, 'nav.signOut')}
        </button>
      </form>
    </>
  );
}

/** Links to the other language carry the page; the page itself stays the same. */
function LanguageSwitch({ visit }: { visit: Visit }) {
  const other = visit.language === 'vi' ? 'en' : 'vi';
  return (
    <a href={pathIn(visit.path, other)} lang={other} hreflang={other}>
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </a>
  );
}

/** The same page, whatever was asked for: `//` would lead to another site. */
function pathIn(path: string, language: string): string {
  const [page = '/', query = ''] = path.split('?', 2);
  const search = new URLSearchParams(query);
  search.set('lang', language);
  return `/${page.replace(/^[/\\]+/, '')}?${search.toString()}`;
}

const pastKeepers: readonly string[] = officeRules.keepPast.roles;

function Navigation({ visit, signedIn }: { visit: Visit; signedIn: SignedIn }) {
  const { posts } = signedIn.me;
  const links = [
    { href: '/inbox', label: t(visit, 'nav.inbox') },
    { href: '/cases', label: t(visit, 'nav.cases') },
    { href: '/lists', label: t(visit, 'nav.lists') },
    { href: '/rounds', label: t(visit, 'nav.rounds') },
    { href: '/ceremonies', label: t(visit, 'nav.ceremonies') },
    ...(posts.some(({ role }) => role !== 'member')
      ? [{ href: '/figures', label: t(visit, 'nav.figures') }]
      : []),
    ...(posts.some(({ role }) => pastKeepers.includes(role))
      ? [{ href: '/past-decisions', label: t(visit, 'nav.past') }]
      : []),
    { href: '/law', label: t(visit, 'nav.law') },
    ...(posts.some(({ role }) => role === 'administrator')
      ? [{ href: '/setup', label: t(visit, 'nav.setup') }]
      : []),
    ...(posts.some(({ role }) => rootReaders.includes(role))
      ? [{ href: '/daily-roots', label: t(visit, 'nav.dailyRoots') }]
      : []),
    ...(visit.mailbox ? [{ href: '/mailbox', label: t(visit, 'nav.mailbox') }] : []),
  ];
  if (posts.length === 0) return null;
  const path = visit.path.replace(/[?].*$/, '');
  return (
    <nav class="vd-nav" aria-label={t(visit, 'nav.label')}>
      <div class="govuk-width-container">
        <ul class="vd-nav__list">
          {links.map(({ href, label }) => (
            <li>
              <a
                href={href}
                aria-current={path.startsWith(href) ? (path === href ? 'page' : 'true') : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
