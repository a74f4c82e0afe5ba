import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { say } from '#shared/messages/say.ts';
import type { NoticeView } from '#shared/use-cases/views/notices.ts';
import type { Visit } from '../../visit.ts';

/** Rules on which a return or a supplement rests, in the words of its mail. */
export function RestsOn({ visit, rules = [] }: { visit: Visit; rules: NoticeView['rests'] }) {
  return (
    <>
      {rules.map(({ rule, citation }) => (
        <p class="govuk-body-s">
          {say(visit.language, 'mail.rule', { title: ruleTitle(rule)[visit.language], citation })}
        </p>
      ))}
    </>
  );
}
