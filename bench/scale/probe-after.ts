import { caseCommands } from '#shared/domain/case-command.ts';
import { loadCase } from '#shared/records/case-record.ts';
import { keys } from '#shared/records/keys.ts';
import { actOnCase } from '#shared/use-cases/cases/act-on-case.ts';
import { organisations, people } from '#tests/support/small-directory.ts';
import { asks } from '#tests/support/small-world.ts';
import { only, type Probe } from './probe.ts';

/** Acts that rest on another that came before them. */

export function answeringQuestion(): Probe {
  const asked = { to: organisations.wardCommittee.id, question: 'Ai chứng kiến?' };
  return {
    name: 'answerQuestion',
    prepare: async (ports, at) => {
      const id = only(at.atAppraise, 3);
      const question = caseCommands.askQuestion.parse(asked);
      await actOnCase(ports, asks(people.policeOfficer), id, 'askQuestion', question);
      const command = caseCommands.answerQuestion.parse({ answer: 'Tổ trưởng tổ dân phố.' });
      return () => actOnCase(ports, asks(people.wardOfficer), id, 'answerQuestion', command);
    },
  };
}

/** Of somebody told to be the same, with another nomination for the same time. */
export function judgingAchievement(): Probe {
  const reason = 'Hai việc khác nhau';
  return {
    name: 'judgeAchievement',
    prepare: async (ports, at) => {
      const [id, other] = [only(at.atAppraise, 7), only(at.atAppraise, 4)];
      const subject = loadCase((await ports.store.get([keys.caseMeta(other)]))[0])?.value.subject;
      const same = caseCommands.judgeIdentity.parse({ other: subject, answer: 'same', reason });
      await actOnCase(ports, asks(people.policeOfficer), id, 'judgeIdentity', same);
      const command = caseCommands.judgeAchievement.parse({ other, answer: 'other', reason });
      return () => actOnCase(ports, asks(people.policeOfficer), id, 'judgeAchievement', command);
    },
  };
}

export function judging(): Probe {
  return {
    name: 'judgeIdentity',
    prepare: async (ports, at) => {
      const [own, other] = await ports.store.get([5, 6].map((n) => keys.caseMeta(only(at.atAppraise, n))));
      const said = { other: loadCase(other)?.value.subject, answer: 'same', reason: 'Cùng một người' };
      const command = caseCommands.judgeIdentity.parse(said);
      const id = loadCase(own)?.value.id ?? only(at.atAppraise, 5);
      return () => actOnCase(ports, asks(people.policeOfficer), id, 'judgeIdentity', command);
    },
  };
}
