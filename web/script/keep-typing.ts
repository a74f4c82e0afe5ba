type Fields = [string, string][];
interface Kept {
  readonly at: string;
  readonly fields: Fields;
}

const pauseMs = 1_500;
const retryMs = 10_000;
const notAnswers = ['csrf', 'key', 'version', 'step', 'kept'];

/**
 * What is typed goes to the server a moment after each pause, and stands in this tab beside it: so it outlives a lost
 * network, an ended sign-in, a closed lid. What was never sent is offered when the form is opened again.
 */
export function keepTyping(form: HTMLFormElement): void {
  const place = form.dataset['keep'] ?? '';
  const who = `vd-typing ${form.dataset['who'] ?? ''} `;
  const tab = `${who}${place}`;
  forgetOthers(who);
  const asOpened = JSON.stringify(fieldsOf(form));
  let timer = 0;
  let sent = asOpened;

  const keep = async (): Promise<void> => {
    const fields = fieldsOf(form);
    const now = JSON.stringify(fields);
    if (now === sent) return;
    sessionStorage.setItem(tab, JSON.stringify({ at: new Date().toISOString(), fields }));
    const status = await post(form, { place, fields: now });
    if (status === 204) {
      sent = now;
      markKept(form, place);
      sessionStorage.removeItem(tab);
    } else {
      timer = window.setTimeout(() => void keep(), retryMs);
    }
    tell(form, status);
  };

  form.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void keep(), pauseMs);
  });
  form.addEventListener('submit', () => {
    window.clearTimeout(timer);
    sessionStorage.removeItem(tab);
  });
  window.addEventListener('online', () => void keep());
  void offer(form, { place, tab, asOpened });
}

/** Somebody else sat in front of this tab before. */
function forgetOthers(who: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith('vd-typing ') && !key.startsWith(who)) sessionStorage.removeItem(key);
  }
}

interface Opened {
  readonly place: string;
  readonly tab: string;
  readonly asOpened: string;
}

/** What was kept here, by this tab or by the server, whichever is newer; nothing where it says what the form says. */
async function offer(form: HTMLFormElement, { place, tab, asOpened }: Opened): Promise<void> {
  const newest = [inTab(tab), await onServer(place)]
    .filter((one) => one !== undefined)
    .sort((one, other) => other.at.localeCompare(one.at))[0];
  const box = form.querySelector<HTMLElement>('[data-kept]');
  if (newest === undefined || box === null) return;
  if (JSON.stringify(newest.fields) === asOpened) return;
  const text = box.querySelector<HTMLElement>('[data-kept-text]');
  if (text !== null) text.textContent = (text.dataset['keptText'] ?? '').replace('{at}', timeOf(newest.at));
  box.hidden = false;
  box.querySelector('[data-kept-take]')?.addEventListener('click', () => {
    fill(form, newest.fields);
    box.hidden = true;
    form.dispatchEvent(new Event('input'));
    form.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus();
  });
  box.querySelector('[data-kept-drop]')?.addEventListener('click', () => {
    sessionStorage.removeItem(tab);
    void post(form, { place, drop: 'yes' });
    box.hidden = true;
    form.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus();
  });
}

function fieldsOf(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value !== 'string' || notAnswers.includes(name) ? [] : [pair(name, value)],
  );
}

const pair = (name: string, value: string): [string, string] => [name, value];

function fill(form: HTMLFormElement, fields: Fields): void {
  for (const input of form.elements) {
    const own = (name: string): string[] => fields.filter(([key]) => key === name).map(([, value]) => value);
    if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')) {
      input.checked = own(input.name).includes(input.value);
    } else if (
      (input instanceof HTMLInputElement && input.type !== 'hidden') ||
      input instanceof HTMLTextAreaElement ||
      input instanceof HTMLSelectElement
    ) {
      input.value = own(input.name)[0] ?? '';
    }
  }
}

/** @returns the status of the answer; 0 where none came */
async function post(form: HTMLFormElement, said: Record<string, string>): Promise<number> {
  const csrf = form.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '';
  try {
    const body = new URLSearchParams({ csrf, ...said });
    return (await fetch('/typing', { method: 'POST', body, redirect: 'error' })).status;
  } catch {
    return 0;
  }
}

async function onServer(place: string): Promise<Kept | undefined> {
  try {
    const answer = await fetch(`/typing?place=${encodeURIComponent(place)}`, { redirect: 'error' });
    return answer.status === 200 ? keptIn(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}

function inTab(tab: string): Kept | undefined {
  const text = sessionStorage.getItem(tab);
  return text === null ? undefined : keptIn(text);
}

/** Both are written by us; whatever else stands there is nothing that was typed. */
function keptIn(text: string): Kept | undefined {
  const kept: unknown = JSON.parse(text);
  return isKept(kept) ? kept : undefined;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'at' in value && 'fields' in value;

/** The form says where it was kept, so that the server forgets it once it was sent. */
function markKept(form: HTMLFormElement, place: string): void {
  if (form.querySelector('input[name=kept]') !== null) return;
  const mark = document.createElement('input');
  mark.type = 'hidden';
  mark.name = 'kept';
  mark.value = place;
  form.append(mark);
}

function tell(form: HTMLFormElement, status: number): void {
  const said = form.querySelector<HTMLElement>('[data-keep-status]');
  if (said === null) return;
  const { saved = '', ended = '', offline = '' } = said.dataset;
  const words = status === 204 ? saved : status === 401 ? ended : offline;
  said.textContent = words.replace('{at}', timeOf(new Date().toISOString()));
}

const timeOf = (instant: string): string =>
  new Date(instant).toLocaleString(document.documentElement.lang, {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour12: false,
  });
