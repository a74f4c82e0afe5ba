import { expect } from 'vitest';

/** Just enough reading of our own HTML to hold it to what every page promises. */

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

export const decoded = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const found = tag.matchAll(/\s([a-z-]+)(?:="([^"]*)")?/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, decoded(value)]));
}

const tags = (html: string, name: string): ReadonlyMap<string, string>[] =>
  [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>`, 'g'))].map(([tag]) => attributesOf(tag));

/** Words as a reader sees them. */
export const textOf = (html: string): string =>
  decoded(html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '));

/** Names only: a value may say anything as long as it stays a value. */
const attributeNames = (html: string): string[] =>
  [...html.matchAll(/<[a-z][^<>]*>/gi)].flatMap(([tag]) =>
    [...tag.replaceAll(/="[^"]*"/g, '=').matchAll(/\s([a-z-]+)/gi)].map(([, name = '']) =>
      name.toLowerCase(),
    ),
  );

/** What every page of ours is held to. */
export function expectSound(html: string): void {
  expect(html.match(/<h1[\s>]/g)).toHaveLength(1);
  expect(html.slice(0, 40)).toMatch(/^<!doctype html><html lang="(vi|en)"/);
  const others = html.replace(/<script type="module" src="\/(?:assets\/)?app[-\w]*\.js"><\/script>/, '');
  expect(others.match(/<(?:script|style|iframe|object|embed|base)[\s>]/gi) ?? []).toEqual([]);
  expect(attributeNames(html).filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
  expect(html.match(/(?:href|action)="\s*(?:javascript|data):/gi) ?? []).toEqual([]);
  const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size, `ids stand twice in ${ids.join(' ')}`).toBe(ids.length);
  const labelled = new Set(tags(html, 'label').map((label) => label.get('for')));
  const asked = ['input', 'select', 'textarea'].flatMap((name) => tags(html, name));
  for (const input of asked.filter((one) => one.get('type') !== 'hidden')) {
    expect(labelled, `no label for ${input.get('name') ?? ''}`).toContain(input.get('id'));
  }
  const named = [...html.matchAll(/\s(?:aria-describedby|aria-labelledby)="([^"]*)"/g)];
  const linked = [...html.matchAll(/<a href="#([^"]*)"/g)];
  for (const [, target = ''] of [...named, ...linked]) {
    for (const id of target.split(' ')) expect(ids).toContain(id);
  }
  for (const form of formsIn(html).filter(({ method }) => method === 'post')) {
    if (form.upload) continue;
    // Without a session there is nothing that another site could use; its path is the secret.
    const token = form.action.startsWith('/propose/') ? 'key' : 'csrf';
    expect(form.entries.map(([name]) => name)).toContain(token);
  }
  // Nothing that was to be filled in stayed empty.
  expect(/.{20}(?:undefined|\[object|\{\w+\}|NaN).{20}/.exec(textOf(html))?.[0]).toBeUndefined();
}

export interface FoundForm {
  readonly action: string;
  /** Where its other buttons send it. */
  readonly others: readonly string[];
  readonly method: string;
  readonly upload: boolean;
  /** As a browser would send it untouched. */
  readonly entries: readonly (readonly [string, string])[];
}

export function formsIn(html: string): FoundForm[] {
  return [...html.matchAll(/<form(?:\s[^>]*)?>[\s\S]*?<\/form>/g)].map(([form]) => {
    const own = attributesOf(/^<form[^>]*>/.exec(form)?.[0] ?? '');
    return {
      action: own.get('action') ?? '',
      others: tags(form, 'button').flatMap((button) => button.get('formaction') ?? []),
      method: own.get('method') ?? 'get',
      upload: own.get('enctype') === 'multipart/form-data',
      entries: [...inputsOf(form), ...areasOf(form), ...selectsOf(form)],
    };
  });
}

function inputsOf(form: string): [string, string][] {
  return tags(form, 'input').flatMap((input): [string, string][] => {
    const chosen = !['radio', 'checkbox'].includes(input.get('type') ?? '') || input.has('checked');
    return chosen && input.get('type') !== 'file'
      ? [[input.get('name') ?? '', input.get('value') ?? '']]
      : [];
  });
}

function areasOf(form: string): [string, string][] {
  return [...form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)].map(([, tag = '', text = '']) => [
    attributesOf(tag).get('name') ?? '',
    decoded(text),
  ]);
}

function selectsOf(form: string): [string, string][] {
  return [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)].map(([, tag = '', inner = '']) => {
    const options = tags(inner, 'option');
    const chosen = options.find((option) => option.has('selected')) ?? options[0];
    return [attributesOf(tag).get('name') ?? '', chosen?.get('value') ?? ''];
  });
}
