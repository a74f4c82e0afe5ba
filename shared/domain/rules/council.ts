import type { CouncilFacts } from './facts.ts';
import type { Outcome, Rule, Setting } from './rule.ts';

const stages = ['council', 'decide'] as const;

/** The form's share of votes, of all members; undefined where the form asks for no ballot. */
const ballotOf = ({ law, day }: Setting, form: string | undefined) => {
  const key = `ballot.${form ?? ''}`;
  return law.knows(key, day) ? law.number(key, day) : undefined;
};

function minuted({ members, present, writtenVotes, minutes }: CouncilFacts, ballot: boolean): Outcome {
  const absent = members - present;
  const facts = [
    { key: 'present', value: present },
    { key: 'members', value: members },
    { key: 'absent', value: absent },
    { key: 'writtenVotes', value: writtenVotes },
  ];
  const fails = (because: string): Outcome => ({ verdict: 'fails', because, facts });
  if (minutes !== undefined) {
    if (minutes.present === undefined || minutes.total === undefined) return fails('noNumbers');
    if (minutes.present !== present || minutes.total !== members) return fails('otherNumbers');
  }
  if (absent < 0 || writtenVotes > absent) return fails('tooMany');
  if (ballot && writtenVotes < absent) return fails('noWrittenVotes');
  return { verdict: 'passes', facts };
}

/** Of all members, also of those who neither came nor wrote. */
function voted(
  { members, agreed, byBallot }: CouncilFacts,
  setting: Setting,
  form: string,
): Outcome | undefined {
  const ballot = ballotOf(setting, form);
  if (ballot === undefined) return undefined;
  const share = Math.round((agreed * 10_000) / members) / 100;
  const outcome = {
    facts: [
      { key: 'agreed', value: agreed },
      { key: 'members', value: members },
      { key: 'percent', value: ballot.value },
      { key: 'needed', value: Math.ceil((members * ballot.value) / 100) },
    ],
    cites: ballot.row.sources,
    computation: [{ key: 'share', expression: `${String(agreed)} / ${String(members)} × 100`, value: share }],
  };
  if (!byBallot) return { ...outcome, verdict: 'fails', because: 'noBallot' };
  if (agreed * 100 >= ballot.value * members) return { ...outcome, verdict: 'passes' };
  return { ...outcome, verdict: 'fails', because: 'tooFew' };
}

function attended({ members, present }: CouncilFacts, { law, day }: Setting): Outcome {
  const quorum = law.number('quorum.award', day);
  const facts = [
    { key: 'present', value: present },
    { key: 'members', value: members },
    { key: 'percent', value: quorum.value },
    { key: 'needed', value: Math.ceil((members * quorum.value) / 100) },
  ];
  const verdict = present * 100 >= quorum.value * members ? 'passes' : 'fails';
  return { verdict, facts, cites: quorum.row.sources };
}

export const councilRules: readonly Rule[] = [
  {
    id: 'R10',
    stages,
    judge: ({ council, nomination }, setting) =>
      council && minuted(council, ballotOf(setting, nomination?.form) !== undefined),
  },
  {
    id: 'R11',
    stages,
    judge: ({ council, nomination }, setting) =>
      council && nomination && voted(council, setting, nomination.form),
  },
  {
    id: 'R12',
    stages,
    judge: ({ council }, setting) => council && attended(council, setting),
  },
];
