import { t, type Visit } from '../visit.ts';

/** Shown by the script where something was typed here before and never sent. It names its time in place of `{at}`. */
export function KeptTyping({ visit }: { visit: Visit }) {
  return (
    <div class="govuk-inset-text" data-kept hidden>
      <p class="govuk-body" data-kept-text={t(visit, 'typing.kept', { at: '{at}' })}></p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button govuk-button--secondary" data-kept-take>
          {t(visit, 'typing.take')}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" data-kept-drop>
          {t(visit, 'typing.drop')}
        </button>
      </div>
    </div>
  );
}

/** What became of what is being typed, in words for each end. */
export function KeepStatus({ visit }: { visit: Visit }) {
  return (
    <p
      class="govuk-hint vd-needs-script"
      role="status"
      data-keep-status
      data-saved={t(visit, 'typing.saved', { at: '{at}' })}
      data-offline={t(visit, 'typing.offline')}
      data-ended={t(visit, 'typing.ended')}
    ></p>
  );
}
