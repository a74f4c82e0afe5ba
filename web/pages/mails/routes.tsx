import { Hono } from 'hono';
import { mailChoicesSchema } from '#shared/domain/mail-choices.ts';
import { readMailChoices, setMailChoices } from '#shared/use-cases/people/mail-choices.ts';
import { parseCommand } from '../../forms/faults.ts';
import { readFields } from '../../forms/field.ts';
import { handleForm, type FormState } from '../../forms/handle-form.ts';
import { show } from '../../show.tsx';
import { ownVisit, type OwnVisit, type PageEnv, type PageOptions } from '../../visit.ts';
import { choiceFields, MailChoicesPage } from './choices-page.tsx';

/** How the mails of a person's notices come. */
export function mailChoicePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const page = async (visit: OwnVisit, state?: FormState) => (
    <MailChoicesPage
      visit={visit}
      choices={await readMailChoices(ports, visit.signedIn.person)}
      {...(state === undefined ? {} : { state })}
    />
  );

  app.get('/notices/choices', async (c) => show(c, await page(ownVisit(c))));

  app.post('/notices/choices', (c) =>
    handleForm(c, {
      form: 'mails',
      run: async (typed, { person }, visit) => {
        const said = readFields(choiceFields(visit, await readMailChoices(ports, person)), typed);
        // A select gives text; what is no hour stays as it was sent, to be refused.
        const hour = /^\d{1,2}$/.test(typed.text('hour')) ? Number(typed.text('hour')) : said['hour'];
        await setMailChoices(ports, person, parseCommand(mailChoicesSchema, { ...said, hour }));
        return '/notices/choices?done=mailChoices';
      },
      again: (state, visit) => page(visit, state),
    }),
  );
  return app;
}
