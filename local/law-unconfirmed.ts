import { provisions, unconfirmed } from '#shared/domain/law/provision.ts';
import { ruleTitle } from '#shared/messages/rules/rules.ts';
import { law } from '#shared/regimes/shipped.ts';

/** Prints every row of the law, as it is shipped, that nobody has confirmed by the text itself. */
for (const { part, code, title, validFrom, validTo, confidence, citation } of unconfirmed(
  provisions(law, ruleTitle),
))
  process.stdout.write(
    `${[confidence, part, code, `${validFrom}–${validTo ?? ''}`, title.vi, citation].join('\t')}\n`,
  );
