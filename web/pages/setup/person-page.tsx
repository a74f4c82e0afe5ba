import { holdsOn, type Organisation, type Post } from '#shared/domain/directory.ts';
import type { DirectoryView, StaffMember } from '#shared/use-cases/directory/directory-view.ts';
import { Form, FormKeys } from '../../components/form.tsx';
import { Layout } from '../../components/layout.tsx';
import { Details, Section, SummaryList } from '../../components/parts.tsx';
import { formatted } from '../../components/refusal-text.ts';
import { stateOf, type FormState } from '../../forms/handle-form.ts';
import { m, t, type OwnVisit, type Visit } from '../../visit.ts';
import { accountTag } from './people-page.tsx';
import { endPostFields, givePostFields } from './people-fields.ts';

interface PersonProps {
  readonly visit: OwnVisit;
  readonly view: DirectoryView;
  readonly member: StaffMember;
  readonly state?: FormState;
}

export const endFormOf = (post: Pick<Post, 'id'>): string => `end-${post.id}`;

export const insideOf = ({ organisation, kept }: DirectoryView): Organisation[] => [
  organisation,
  ...kept.filter(({ outside }) => outside !== true),
];

export function PersonPage({ visit, view, member, state }: PersonProps) {
  const { organisation } = view;
  const giving = givePostFields(visit, insideOf(view));
  const fields = state?.form === 'give' ? giving : endPostFields(visit);
  const at = `/setup/${organisation.id}/people/${member.id}`;
  return (
    <Layout
      visit={visit}
      title={member.name}
      caption={organisation.shortName}
      back={{ href: `/setup/${organisation.id}/people`, label: t(visit, 'people.title') }}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <SummaryList
        lines={[
          { key: t(visit, 'people.username'), value: member.username },
          { key: t(visit, 'people.email'), value: member.email },
          { key: t(visit, 'people.account'), value: accountTag(visit, member) },
          ...(member.account === undefined ? [{ key: t(visit, 'people.id'), value: member.id }] : []),
        ]}
      />
      <Section title={t(visit, 'person.posts')}>
        {member.posts.map((post) => (
          <PostPart visit={visit} organisation={organisation} post={post} at={at} {...(state && { state })} />
        ))}
        <Details summary={t(visit, 'person.give')} open={stateOf('give', state) !== undefined}>
          <Form
            visit={visit}
            form="give"
            action={`${at}/give`}
            fields={giving}
            state={state}
            button={t(visit, 'person.giveButton')}
          />
        </Details>
      </Section>
      <AccountPart visit={visit} member={member} at={at} />
    </Layout>
  );
}

function PostPart({
  visit,
  organisation,
  post,
  at,
  state,
}: {
  visit: OwnVisit;
  organisation: Organisation;
  post: Post;
  at: string;
  state?: FormState;
}) {
  const form = endFormOf(post);
  const ends = post.to === undefined || post.to >= visit.today;
  return (
    <>
      <p class="govuk-body">{postText(visit, organisation, post)}</p>
      {ends && (holdsOn(post, visit.today) || post.from > visit.today) && (
        <Details summary={t(visit, 'person.end')} open={stateOf(form, state) !== undefined}>
          <Form
            visit={visit}
            form={form}
            action={`${at}/end/${post.id}`}
            fields={endPostFields(visit)}
            state={state}
            button={t(visit, 'person.endButton')}
            tone="warning"
          />
        </Details>
      )}
    </>
  );
}

function postText(visit: Visit, organisation: Organisation, post: Post): string {
  const { title, capacity, from, to, sealed } = post;
  const said = [
    m(visit, 'role', post.role),
    ...(capacity === undefined ? [] : [m(visit, 'capacity', capacity)]),
  ];
  return [
    t(visit, 'person.holds', {
      title,
      role: said.join(', '),
      organisation: organisation.shortName,
      from: formatted(from),
    }),
    to === undefined ? '' : t(visit, 'person.ended', { to: formatted(to) }),
    sealed ? t(visit, 'person.sealed') : '',
  ].join('');
}

function AccountPart({ visit, member, at }: { visit: OwnVisit; member: StaffMember; at: string }) {
  const own = member.id === visit.signedIn.person;
  const active = member.account === 'active';
  const said = own
    ? 'person.ownAccess'
    : member.account === undefined
      ? 'account.elsewhere'
      : active
        ? 'person.resetExplained'
        : 'person.inviteExplained';
  return (
    <Section title={t(visit, 'person.account')}>
      <p class="govuk-body">{t(visit, said)}</p>
      {!own && member.account !== undefined && (
        <form method="post" action={`${at}/invite`}>
          <FormKeys visit={visit} />
          <button type="submit" class={`govuk-button govuk-button--${active ? 'warning' : 'secondary'}`}>
            {t(visit, active ? 'person.reset' : 'person.invite')}
          </button>
        </form>
      )}
    </Section>
  );
}
