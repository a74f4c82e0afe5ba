import type { Provision } from '#shared/domain/law/provision.ts';
import { paperKey } from '#shared/domain/law/paper.ts';
import { severityKey } from '#shared/domain/law/rule-ground.ts';
import { wayKey } from '#shared/domain/law/way-choice.ts';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { law } from '#shared/regimes/shipped.ts';
import { inLanguage, t, type Visit } from '../../visit.ts';

/** Of what may be set, by its key: of a rule what it asks, not its number alone. */
export function figureTitle(visit: Visit, key: string): string {
  const title = law.data.figures.find((one) => one.key === key)?.title ?? { vi: key, en: key };
  const [kind, code = ''] = key.split('.');
  if (kind === 'severity')
    return t(visit, 'settings.severityOf', { rule: code, title: ruleTitle(code)[visit.language] });
  if (kind === 'paper') return t(visit, 'settings.paperOf', { paper: inLanguage(visit, title) });
  return inLanguage(visit, title);
}

const keyOf: Readonly<Partial<Record<Provision['part'], (code: string) => string>>> = {
  ground: severityKey,
  paper: paperKey,
  way: wayKey,
};

/** What an office may set in place of a row that nobody has confirmed. */
export function settableKey({ part, code }: Pick<Provision, 'part' | 'code'>): string | undefined {
  const key = keyOf[part]?.(code) ?? code;
  return law.data.figures.some((figure) => figure.key === key) ? key : undefined;
}
