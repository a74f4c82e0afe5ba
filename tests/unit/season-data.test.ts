import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#shared/domain/calendar.ts';
import { membersOn, type Organisation, type Role } from '#shared/domain/directory.ts';
import { organisationIdSchema } from '#shared/domain/id.ts';
import { civilDateSchema } from '#shared/domain/time.ts';
import { law } from '#shared/regimes/shipped.ts';
import { idOf } from '#local/demo/id-of.ts';
import { askedFor } from '#local/demo/season-command.ts';
import type { NominateDeed, Season, SeasonEvent } from '#local/demo/season-event.ts';
import { allSeasons } from '#local/demo/seasons/all-seasons.ts';
import { ducNhuanSeason } from '#local/demo/seasons/duc-nhuan-2026/season.ts';
import { hongBangSeason } from '#local/demo/seasons/hong-bang-2020/season.ts';
import { organisationId } from '#local/demo/world.ts';
import { rehearse, type PaperCase } from '#tests/support/season-rehearsal.ts';

const { calendar } = law;

type Deed<Name extends SeasonEvent['do']> = Extract<SeasonEvent, { do: Name }>;

function deeds<Name extends SeasonEvent['do']>(season: Season, name: Name): Deed<Name>[] {
  return season.events.filter((event): event is Deed<Name> => event.do === name);
}

const nominations = (season: Season): Map<string, NominateDeed> =>
  new Map(deeds(season, 'nominate').map((deed) => [deed.case, deed]));

const rehearsal = rehearse(hongBangSeason);
const cases = [...rehearsal.cases.values()];
const december = nominations(hongBangSeason);
const ended = (status: string, more: (one: PaperCase) => boolean = () => true) =>
  cases.filter((one) => one.status === status && more(one));
const openAwards = (form: string, kind: string) =>
  ended('AWARDED', (one) => one.form === form && one.subjectKind === kind && !one.sealed);
const actedOn = (
  name: Deed<'hold' | 'release' | 'askSupplement' | 'answerSupplement' | 'withdraw' | 'changeForm'>['do'],
) => deeds(hongBangSeason, name).flatMap((deed) => deed.cases);
const paper = (name: string): PaperCase => {
  const found = rehearsal.cases.get(name);
  if (found === undefined) throw new Error(name);
  return found;
};

describe('ids of the demo', () => {
  it('follow from their keys and have the shape of ULIDs', () => {
    expect(idOf('organisation/sodau')).toBe(idOf('organisation/sodau'));
    expect(idOf('organisation/sodau')).not.toBe(idOf('organisation/haly'));
    for (const key of ['', 'a', 'b', 'person/quan.chutich']) {
      expect(organisationIdSchema.safeParse(idOf(key)).success).toBe(true);
      expect(idOf(key)).toMatch(/^[0-7]/);
    }
  });

  it('are the ones they were when the demo was made', () => {
    expect(idOf('organisation/quan')).toMatchInlineSnapshot(`"4SCM0TJEZGY5N4DB09Y7K4WE15"`);
  });
});

describe.each(allSeasons.map((season) => [season.key, season] as const))(
  'the directory of %s',
  (_key, season) => {
    const { world } = season;
    const organisations = new Map(world.organisations.map((one) => [one.id, one]));
    const holds = (organisation: Organisation['id'], role: Role) =>
      world.people.filter((person) =>
        person.posts.some((post) => post.organisation === organisation && post.role === role),
      );

    it('gives every id once', () => {
      const ids = [
        ...world.areas,
        ...world.organisations,
        ...world.people,
        ...world.councils,
        ...world.people.flatMap((person) => person.posts),
      ].map((thing) => thing.id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('names no two people alike and mails nobody real', () => {
      expect(new Set(world.people.map((person) => person.name)).size).toBe(world.people.length);
      expect(world.people.filter((person) => !person.email.endsWith('@vinhdanh.example'))).toEqual([]);
    });

    it('knows every organisation, area and person that it mentions', () => {
      const areas = new Set(world.areas.map((area) => area.id));
      const people = new Set(world.people.map((person) => person.id));
      expect(world.areas.flatMap((area) => area.above).filter((id) => !areas.has(id))).toEqual([]);
      expect(world.organisations.filter((one) => !areas.has(one.area))).toEqual([]);
      expect(
        world.people
          .flatMap((person) => person.posts)
          .filter((post) => !organisations.has(post.organisation)),
      ).toEqual([]);
      expect(
        world.councils.flatMap((council) => council.members).filter((member) => !people.has(member.person)),
      ).toEqual([]);
    });

    it('lets four eyes look in every commune: who signs is not who keeps the case', () => {
      const wards = world.organisations.filter(
        (one) => one.level === 'commune' && one.kind === 'peoplesCommittee',
      );
      for (const ward of wards) {
        const leaders = holds(ward.id, 'leader');
        expect(leaders.length).toBeGreaterThanOrEqual(2);
        for (const role of ['officer', 'secretary', 'clerk'] as const) {
          expect(holds(ward.id, role).filter((person) => !leaders.includes(person))).not.toEqual([]);
        }
      }
    });

    it('seats seven in a ward council and thirteen in a district council, with chair and secretary', () => {
      const day = civilDateSchema.parse(season.events[0]?.on);
      for (const council of world.councils) {
        const members = membersOn(council, day);
        expect(members).toHaveLength(organisations.get(council.organisation)?.level === 'district' ? 13 : 7);
        expect(members.map((member) => member.seat)).toEqual(expect.arrayContaining(['chair', 'secretary']));
      }
    });
  },
);

describe.each(allSeasons.map((season) => [season.key, season] as const))(
  'the events of %s',
  (_key, season) => {
    it('walk every case along its route, with rights, four eyes and closing days', () => {
      const { cases: walked, lists } = rehearse(season);
      expect([...walked.values()].filter((one) => one.status === 'AT_STEP')).toEqual([]);
      const open = [...lists.values()].filter(
        (list) => list.state !== (list.kind === 'session' ? 'SIGNED' : 'ISSUED'),
      );
      expect(open).toEqual([]);
    });

    it('happen on working days', () => {
      const days = [...new Set(season.events.map((event) => event.on))].map((day) =>
        civilDateSchema.parse(day),
      );
      expect(days.filter((day) => !isWorkingDay(calendar, day))).toEqual([]);
    });

    it('use id numbers that nobody can have', () => {
      const numbers = deeds(season, 'nominate').flatMap((deed) => deed.idNumber ?? []);
      expect(numbers.length).toBeGreaterThan(0);
      expect(numbers.filter((number) => !/^000\d{9}$/.test(number))).toEqual([]);
    });

    it('say of every award how it came into its holder’s hands', () => {
      const drawn = deeds(season, 'arrange').flatMap((deed) => deed.groups.flatMap((group) => group.cases));
      const handed = deeds(season, 'handOver').filter(
        (deed) => deed.state === 'PRESENTED' || deed.state === 'DELIVERED',
      );
      expect(handed.flatMap((deed) => deed.cases).sort()).toEqual([...drawn].sort());
    });
  },
);

describe('the season of Hồng Bàng 2020', () => {
  it('gives the awards of the article from many more nominations', () => {
    expect(openAwards('KNC_ANTQ', 'individual')).toHaveLength(14);
    expect(openAwards('GK_HUYEN', 'collective')).toHaveLength(14);
    expect(openAwards('GK_HUYEN', 'individual')).toHaveLength(16);
    const forTheseAwards = cases.filter(
      (one) => one.kind === 'nomination' && !one.sealed && one.form !== 'BK_TINH' && one.status !== 'DRAFT',
    );
    expect(forTheseAwards.length).toBeGreaterThanOrEqual(55);
  });

  it('has the district chairman’s Giấy khen in one decision, fed by letters of all nine wards', () => {
    const decisions = new Set(
      [...rehearsal.lists.values()].filter(
        (list) => list.kind === 'decision' && !list.sealed && list.organisation === organisationId('quan'),
      ),
    );
    expect(decisions.size).toBe(1);
    const awarded = [...decisions].flatMap((list) => [...list.rows.keys()]).map(paper);
    expect(new Set(awarded.map((one) => one.subjectKind))).toEqual(new Set(['collective', 'individual']));
    expect(new Set(awarded.map((one) => one.enteredBy)).size).toBe(9);
  });

  it('records the medals from an outside decision, in time for the ceremony', () => {
    const issued = deeds(hongBangSeason, 'issueSignedOutside');
    const ceremony = deeds(hongBangSeason, 'holdCeremony');
    expect(issued.map((deed) => rehearsal.lists.get(deed.list)?.rows.size)).toEqual([14]);
    expect(issued.every((deed) => deed.on < (ceremony[0]?.day ?? ''))).toBe(true);
  });

  it('has two people of one name and birth year, both awarded, told apart by an answer', () => {
    const awarded = ended('AWARDED').flatMap((one) => december.get(one.name) ?? []);
    const [pair] = awarded.flatMap((one) =>
      awarded
        .filter((other) => other.case > one.case && other.content.printedName === one.content.printedName)
        .map((other) => [one, other] as const),
    );
    expect(pair?.[0].content.birthYear).toBe(pair?.[1].content.birthYear);
    const names = pair?.map((one) => one.case) ?? [];
    const answers = deeds(hongBangSeason, 'judgeIdentity').filter((deed) => names.includes(deed.case));
    expect(answers.map((deed) => [deed.answer, names.includes(deed.subjectOf)])).toEqual([
      ['namesake', true],
      ['namesake', true],
    ]);
    expect(
      hongBangSeason.events.filter((event) => event.refusedWith === 'IdentityQuestionOpen'),
    ).toHaveLength(1);
  });

  it('has a household and a group without legal person that fail in a council', () => {
    const failed = ended('NOT_AWARDED').map((one) => december.get(one.name));
    expect(failed.filter((deed) => deed?.subjectKind === 'household')).not.toEqual([]);
    expect(
      failed.filter((deed) => deed?.subjectKind === 'collective' && deed.content.legalPerson === false),
    ).not.toEqual([]);
  });

  it('awards a sealed person and a sealed placeholder by a sealed decision of their own', () => {
    const sealed = ended('AWARDED', (one) => one.sealed);
    const kinds = sealed.map((one) => december.get(one.name)?.sealed?.placeholder).sort();
    expect(kinds).toEqual([false, true]);
    const lists = [...rehearsal.lists.values()].filter((list) =>
      sealed.some((one) => list.rows.has(one.name)),
    );
    expect(lists.filter((list) => !list.sealed)).toEqual([]);
    const drawn = deeds(hongBangSeason, 'arrange').flatMap((deed) =>
      deed.groups.flatMap((group) => group.cases),
    );
    expect(sealed.filter((one) => drawn.includes(one.name))).toEqual([]);
  });

  it('strikes a row from a letter whose others pass, and takes it up in a later one', () => {
    const [strike] = deeds(hongBangSeason, 'strike');
    expect(rehearsal.lists.get(strike?.list ?? '')?.state).toBe('ISSUED');
    expect(paper(strike?.case ?? '').status).toBe('AWARDED');
  });

  it('moves a nomination from the district to the city', () => {
    const [moved] = actedOn('changeForm');
    expect(december.get(moved ?? '')?.form).toBe('GK_HUYEN');
    expect(paper(moved ?? '')).toMatchObject({ form: 'BK_TINH', status: 'AWARDED' });
  });

  it('finds one achievement in two wards and returns one of the two', () => {
    const same = deeds(hongBangSeason, 'judgeIdentity').find((deed) => deed.answer === 'same');
    const [returned, kept] = [paper(same?.case ?? ''), paper(same?.subjectOf ?? '')];
    expect([returned.status, kept.status]).toEqual(['INELIGIBLE', 'AWARDED']);
    expect(returned.enteredBy).not.toBe(kept.enteredBy);
  });

  it('asks for a supplement, has it mended, and awards', () => {
    const [asked] = actedOn('askSupplement');
    expect(actedOn('answerSupplement')).toEqual([asked]);
    expect(paper(asked ?? '').status).toBe('AWARDED');
  });

  it('holds one and releases it with documents', () => {
    const [held] = deeds(hongBangSeason, 'hold');
    expect(held?.says?.document).toBeTruthy();
    expect(actedOn('release')).toEqual(held?.cases);
    expect(paper(held?.cases[0] ?? '').status).toBe('AWARDED');
  });

  it('withdraws some and returns others as ineligible', () => {
    expect(actedOn('withdraw').map((name) => paper(name).status)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(ended('INELIGIBLE').length).toBeGreaterThanOrEqual(2);
  });

  it('admits a ward after the closing day, whose letter was refused before', () => {
    const [refused] = hongBangSeason.events.filter((event) => event.refusedWith === 'ClosingDayPassed');
    const [admitted] = deeds(hongBangSeason, 'admitLate');
    expect(refused !== undefined && admitted !== undefined && refused.on < admitted.on).toBe(true);
    const letter = refused?.do === 'issue' ? rehearsal.lists.get(refused.list) : undefined;
    expect(letter).toMatchObject({
      state: 'ISSUED',
      organisation: organisationId(admitted?.organisation ?? ''),
    });
  });

  it('lets one due day pass in an office that had not asked for more time', () => {
    const escalated = rehearsal.late.filter((one) => one.step === 'district-appraise');
    expect(escalated).toHaveLength(1);
  });

  it('misses two members in a council', () => {
    expect(deeds(hongBangSeason, 'presence').filter((deed) => deed.absent.length === 2)).not.toEqual([]);
  });

  it('has a ward chairman with his own row, in a second letter that his deputy signs', () => {
    const [own] = [...december.values()].filter((deed) => (deed.accounts ?? []).length > 0);
    const leader = own?.accounts?.[0];
    const barred = hongBangSeason.events.find((event) => event.refusedWith === 'RowBarsSigner');
    expect(barred?.do === 'close' ? barred.signer : undefined).toBe(leader);
    const letters = deeds(hongBangSeason, 'close').filter((deed) =>
      rehearsal.lists.get(deed.list)?.rows.has(own?.case ?? ''),
    );
    expect(letters.find((deed) => deed.list.includes('-kt'))?.signer).not.toBe(leader);
    expect(paper(own?.case ?? '').status).toBe('AWARDED');
  });

  it('approves five models, two of them submitted by the district', () => {
    const approved = ended('APPROVED');
    expect(approved).toHaveLength(5);
    const levels = approved.map(
      (one) => hongBangSeason.world.organisations.find((org) => org.id === one.enteredBy)?.level,
    );
    expect(levels.filter((level) => level === 'district')).toHaveLength(2);
  });

  it('delivers afterwards to those who could not come', () => {
    const away = deeds(hongBangSeason, 'handOver')
      .filter((deed) => deed.state === 'TO_DELIVER')
      .flatMap((deed) => deed.cases);
    const delivered = deeds(hongBangSeason, 'handOver').filter((deed) => deed.state === 'DELIVERED');
    expect(delivered.flatMap((deed) => deed.cases).sort()).toEqual([...away].sort());
    expect(delivered.filter((deed) => deed.receivedBy === undefined)).toEqual([]);
  });
});

describe('the season of Đức Nhuận 2026', () => {
  it('puts twelve nominations before the ward itself', () => {
    const walked = [...rehearse(ducNhuanSeason).cases.values()];
    expect(walked).toHaveLength(12);
    expect(new Set(walked.map((one) => one.template?.code))).toEqual(new Set(['gk-xa-2025']));
    expect(new Set(walked.map((one) => one.status))).toEqual(
      new Set(['AWARDED', 'NOT_AWARDED', 'INELIGIBLE']),
    );
  });
});

describe('what the command is asked', () => {
  it('is a season, a last day and a folder', () => {
    expect(askedFor(['hong-bang-2020', '--until', '2020-12-14'])).toMatchObject({
      play: true,
      until: '2020-12-14',
    });
    expect(askedFor(['read-back', 'duc-nhuan-2026'])).toMatchObject({ play: false, season: ducNhuanSeason });
    expect(askedFor(['read-back'])).toMatchObject({ play: false, season: hongBangSeason });
  });

  it('is not understood when the season or the day does not exist', () => {
    expect(askedFor(['hong-bang-1920'])).toBeUndefined();
    expect(askedFor(['hong-bang-2020', '--until', '2020-02-30'])).toBeUndefined();
  });
});
