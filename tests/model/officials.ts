import { holdsOn, type Person } from '#shared/domain/directory.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { councils, organisations, people } from '#tests/support/small-directory.ts';
import type { Office, Official } from './plain-model.ts';

/** The people of the small directory as the plain model knows them. */

const offices: Readonly<Record<Office, string>> = {
  ward: organisations.wardCommittee.id,
  sibling: organisations.siblingCommittee.id,
  police: organisations.districtPolice.id,
  district: organisations.districtCommittee.id,
};
const officeNames = Object.keys(offices) as Office[];
export const officeOf = (organisation: string): Office =>
  officeNames.find((office) => offices[office] === organisation)!;
export const organisationOf = (office: Office): string => offices[office];

const councilOf = ({ id }: Person): Office | undefined =>
  (Object.keys(councils) as (keyof typeof councils)[]).find((name) =>
    councils[name].members.some((member) => member.person === id),
  );

export const officials: readonly (readonly [Official, Person])[] = Object.values(people).map((person) => {
  const post = person.posts[0]!;
  const official = {
    name: person.username,
    office: officeOf(post.organisation),
    role: post.role,
    former: !holdsOn(post, civilDateSchema.parse('2020-10-05')),
    council: councilOf(person),
  };
  return [official, person];
});

export const personOf = (who: Official): Person => officials.find(([official]) => official === who)![1];
export const handOf = (office: Office, role: string): Person =>
  officials.find(([one]) => one.office === office && one.role === role && !one.former)![1];
