import type { Case } from './case.ts';
import type { Post, Role } from './directory.ts';
import { barredFrom, type Bar, type Judgement } from './four-eyes.ts';
import type { OrganisationId, PersonId } from './id.ts';
import type { List } from './list.ts';
import { askedNeeds, enteringNeeds, listNeedsOf, stepNeeds, type StepNeed } from './step-needs.ts';

/**
 * Who handles what is sealed at an organisation: the posts that it names today, each in its own role. For a role that
 * is needed, and in which nobody named may act, the head stands in; where four eyes bar the head, the deputies, too.
 */
export interface Hand {
  readonly post: Post;
  /** As what it acts on sealed things: its own role where it is named, and those in which it stands in. */
  readonly roles: readonly Role[];
}

type Bars = (judgement: Judgement, person: PersonId) => Bar | undefined;

/** On a case. `posts`: all of the organisation that hold today. `also`: what is needed there beside its steps. */
export function handsOnCase(
  subject: Case,
  organisation: OrganisationId,
  posts: readonly Post[],
  also: readonly StepNeed[] = [],
): Hand[] {
  const opened = (subject.route?.steps ?? []).filter(
    (step) => step.organisation === organisation && step.state !== 'ahead',
  );
  const needs = [
    ...(subject.enteredBy === organisation ? enteringNeeds : []),
    ...opened.flatMap((step) => stepNeeds[step.kind]),
    ...also,
  ];
  return handsOf(posts, needs, (judgement, person) =>
    barredFrom(judgement, person, {
      proposer: subject.proposer.person,
      appraisers: subject.appraisers,
      subjectAccounts: subject.subjectAccounts,
    }),
  );
}

/** On a list, whose rows may bar different people: closing judges its signer row by row, and names him for it. */
export function handsOnList(
  list: Pick<List, 'kind' | 'stepKind' | 'signer'>,
  posts: readonly Post[],
): Hand[] {
  const hands = handsOf(posts, listNeedsOf(list), () => undefined);
  const signer = posts.find((post) => post.id === list.signer?.post);
  if (signer === undefined || hands.some(({ post }) => post.id === signer.id)) return hands;
  return [...hands, { post: signer, roles: [signer.role] }];
}

/** On a sealed request for an opinion, at an organisation that is asked. `posts`: all of that organisation. */
export const handsAsked = (posts: readonly Post[]): Hand[] => handsOf(posts, askedNeeds, () => undefined);

function handsOf(posts: readonly Post[], needs: readonly StepNeed[], bars: Bars): Hand[] {
  const may = ({ judgement }: StepNeed, post: Post): boolean =>
    judgement === undefined || bars(judgement, post.person) === undefined;
  const named = posts.filter((post) => post.sealed);
  const leaders = posts.filter((post) => post.role === 'leader');
  const heads = leaders.filter((post) => post.capacity === 'head');
  const hands = new Map(named.map((post) => [post, new Set([post.role])]));
  for (const need of needs) {
    if (named.some((post) => post.role === need.role && may(need, post))) continue;
    const standIns = heads.some((post) => may(need, post)) ? heads : leaders;
    for (const post of standIns) hands.set(post, (hands.get(post) ?? new Set<Role>()).add(need.role));
  }
  return [...hands].map(([post, roles]) => ({ post, roles: [...roles] }));
}

/** Handles it in the place of somebody who isn't named. */
export const standsIn = ({ post, roles }: Hand): boolean =>
  !post.sealed || roles.some((role) => role !== post.role);
