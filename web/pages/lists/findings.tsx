import type { ListView } from '#shared/use-cases/views/list-view.ts';
import { Explained } from '../../components/explanations.tsx';
import { Section } from '../../components/parts.tsx';
import { t, type OwnVisit } from '../../visit.ts';

interface Props {
  readonly visit: OwnVisit;
  readonly view: ListView;
}

const ofMoney: readonly string[] = ['R23', 'R24'];

/**
 * What the rules find against an act: a quorum that isn't there, an authority that doesn't grant the form any more. What
 * they find of money is told with the sums.
 */
export function Against({ visit, view: { explanations = [] } }: Props) {
  return (
    <>
      {explanations
        .filter(({ verdict, severity }) => verdict === 'fails' && severity !== 'inform')
        .filter(({ follows }) => !ofMoney.includes(follows))
        .map((explanation) => (
          <Explained visit={visit} explanation={explanation} />
        ))}
    </>
  );
}

/** What a council should know while it chooses: it stops nobody. */
export function ToConsider({ visit, view: { explanations = [] } }: Props) {
  const told = explanations
    .filter(({ verdict, severity }) => verdict !== 'passes' && severity === 'inform')
    .filter(({ follows }) => !ofMoney.includes(follows));
  if (told.length === 0) return null;
  return (
    <Section title={t(visit, 'list.toConsider')}>
      {told.map((explanation) => (
        <Explained visit={visit} explanation={explanation} />
      ))}
    </Section>
  );
}
