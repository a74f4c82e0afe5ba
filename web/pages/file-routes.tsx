import { Hono } from 'hono';
import { attachCommandSchema } from '#shared/domain/file.ts';
import { fileTypes } from '#shared/domain/file-type.ts';
import type { Actor } from '#shared/domain/actor.ts';
import type { FileId } from '#shared/domain/id.ts';
import { isRefusal, Refusal } from '#shared/domain/refusal.ts';
import type { Ports, UploadForm } from '#shared/ports.ts';
import type { FileTarget } from '#shared/use-cases/files/file-scene.ts';
import { attach, checkFile, parseFileId, readFileLink } from '#shared/use-cases/files/files.ts';
import { Form } from '../components/form.tsx';
import { Layout } from '../components/layout.tsx';
import { paperFields } from '../components/papers.tsx';
import { readFields } from '../forms/field.ts';
import { parseCommand } from '../forms/faults.ts';
import { handleForm, type FormHandler, type FormState } from '../forms/handle-form.ts';
import { show } from '../show.tsx';
import { ownVisit, t, type OwnVisit, type PageEnv, type PageOptions } from '../visit.ts';
import { readReason, revealFields } from './cases/reveal-form.tsx';

interface AttachTo {
  readonly target: FileTarget;
  /** Path of the record's page. */
  readonly path: string;
  readonly again: FormHandler['again'];
}

/** The paper is described and expected first; the page that follows holds the form that sends its bytes. */
export function attachHandler(ports: Ports, { target, path, again }: AttachTo): FormHandler {
  return {
    form: 'files',
    run: async (typed, request, visit) => {
      const described = readFields(paperFields(visit), typed);
      const command = parseCommand(attachCommandSchema, { ...described, size: 0 });
      const named = { ...command, name: withExtension(command.name, command.contentType) };
      const { upload } = await attach(
        ports,
        request,
        target,
        named,
        `${ports.publicUrl}${path}?done=uploaded`,
      );
      return {
        page: (
          <UploadPage
            visit={visit}
            upload={upload}
            name={named.name}
            contentType={named.contentType}
            path={path}
          />
        ),
      };
    },
    again,
  };
}

function withExtension(name: string, contentType: string): string {
  const extension = fileTypes.find((type) => type.contentType === contentType)?.extension ?? '';
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}

interface UploadProps {
  readonly visit: OwnVisit;
  readonly upload: UploadForm;
  readonly name: string;
  readonly contentType: string;
  readonly path: string;
}

function UploadPage({ visit, upload, name, contentType, path }: UploadProps) {
  return (
    <Layout
      visit={visit}
      title={t(visit, 'upload.title', { name })}
      back={{ href: path, label: t(visit, 'upload.back') }}
    >
      <form method="post" action={upload.url} enctype="multipart/form-data">
        {Object.entries(upload.fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <div class="govuk-form-group">
          <label class="govuk-label" for="file">
            {t(visit, 'upload.file')}
          </label>
          <div class="govuk-hint" id="file-hint">
            {t(visit, 'upload.hint')}
          </div>
          <input
            class="govuk-file-upload"
            id="file"
            name="file"
            type="file"
            accept={contentType}
            required
            aria-describedby="file-hint"
          />
        </div>
        <button type="submit" class="govuk-button">
          {t(visit, 'upload.send')}
        </button>
      </form>
    </Layout>
  );
}

export function filePages({ ports }: PageOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>();

  app.get('/files/:id', async (c) => {
    const id = parseFileId(c.req.param('id'));
    try {
      return c.redirect(await readFileLink(ports, readerOf(ownVisit(c)), id), 303);
    } catch (error) {
      if (!isRefusal(error) || error.code !== 'RevealNeedsReason') throw error;
      return c.redirect(`/files/${id}/reveal`, 303);
    }
  });

  app.get('/files/:id/reveal', (c) =>
    show(c, <ReasonPage visit={ownVisit(c)} id={parseFileId(c.req.param('id'))} state={undefined} />),
  );

  app.post('/files/:id/reveal', (c) => {
    const id = parseFileId(c.req.param('id'));
    return handleForm(c, {
      form: 'reveal',
      run: (typed, _request, visit) => readFileLink(ports, readerOf(visit), id, readReason(visit, typed)),
      again: (state, visit) => <ReasonPage visit={visit} id={id} state={state} />,
    });
  });

  app.post('/files/:id/check', (c) =>
    handleForm(c, {
      form: 'check',
      run: async (_typed, request) => {
        const file = await checkFile(ports, request, parseFileId(c.req.param('id')));
        return `${recordPath(file.record)}?done=${file.state === 'kept' ? 'fileKept' : 'fileRefused'}`;
      },
      again: (state, visit) => (
        <Layout visit={visit} title={t(visit, 'upload.notArrived')} trouble={{ state, fields: [] }}>
          <p class="govuk-body">
            <a class="govuk-link" href="/inbox">
              {t(visit, 'nav.inbox')}
            </a>
          </p>
        </Layout>
      ),
    }),
  );
  return app;
}

function readerOf(visit: OwnVisit): Actor {
  const { posts, id: person, name } = visit.signedIn.me;
  return { person, name, posts };
}

/** For a paper of a sealed case; says nothing of the paper itself. */
function ReasonPage(props: { visit: OwnVisit; id: FileId; state: FormState | undefined }) {
  const { visit, id, state } = props;
  const fields = revealFields(visit);
  return (
    <Layout
      visit={visit}
      title={t(visit, 'papers.openTitle')}
      trouble={state === undefined ? undefined : { state, fields }}
    >
      <p class="govuk-body">{t(visit, 'papers.openExplained')}</p>
      <Form
        visit={visit}
        form="reveal"
        action={`/files/${id}/reveal`}
        fields={fields}
        state={state}
        button={t(visit, 'papers.open')}
      />
    </Layout>
  );
}

function recordPath(record: string): string {
  const [kind, id = ''] = record.split('#');
  if (kind === 'CASE') return `/cases/${id}`;
  if (kind === 'LIST') return `/lists/${id}`;
  throw new Refusal('FileNotFound');
}
