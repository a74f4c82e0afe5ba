import { createCountingStore } from './scale/counting-store.ts';
import { meterEngine } from './scale/consumed.ts';
import { layoutFor, sizeOf } from './scale/copies.ts';
import { fillDynoxide } from './scale/filled.ts';
import { groups, runProbes, type Measured } from './scale/run-probes.ts';
import { playSeason, type Season } from './scale/season.ts';

// What does each use case ask of the table, and does it ask more of a larger one?
const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [1_000, 20_000];
const awardedACopy = 28;

interface Sized {
  readonly cases: number;
  readonly measured: readonly Measured[];
}

async function measure(season: Season, size: number): Promise<Sized> {
  const layout = layoutFor(size, season.cases);
  const filled = await fillDynoxide(season.items, layout);
  const cases = layout.copies * season.cases;
  console.log(`${cases} cases, ${sizeOf(layout)}: ${filled.items} items in ${filled.seconds.toFixed(0)} s`);
  const metered = meterEngine(filled, filled.table);
  try {
    const measured = await runProbes(createCountingStore(metered.store, metered.beside), season.at, {
      begin: () => metered.take(),
      end: (one) => {
        const { readUnits, writeUnits, scanned, returned } = metered.take();
        if (readUnits !== one.readUnits || writeUnits !== one.writeUnits)
          console.log(
            `  ${one.name}: the engine counts ${readUnits} and ${writeUnits}, the rule ${one.readUnits} and ${one.writeUnits}`,
          );
        if (scanned !== returned) console.log(`  ${one.name}: ${scanned} scanned, ${returned} returned`);
      },
    });
    return { cases, measured };
  } finally {
    metered.close();
    await filled.stop();
  }
}

const figures = ['gets', 'queries', 'commits', 'deep', 'itemsRead', 'readUnits', 'writeUnits'] as const;

/** `5`, or `5 → 9` where a larger table costs more. */
function across(all: readonly Sized[], place: number, figure: (typeof figures)[number]): string {
  const found = all.map(({ measured }) => measured[place]?.[figure] ?? 0);
  return [...new Set(found)].map(String).join(' → ');
}

const season = await playSeason(awardedACopy);
const all: Sized[] = [];
for (const size of sizes) all.push(await measure(season, size));
const [first] = all;
for (const group of groups) {
  console.log(`\n| ${group} | get | query | commit | in a row | items read | read units | write units |`);
  console.log(`|---|${'---:|'.repeat(figures.length)}`);
  for (const [place, one] of (first?.measured ?? []).entries()) {
    if (one.group !== group) continue;
    console.log(`| ${one.name} | ${figures.map((figure) => across(all, place, figure)).join(' | ')} |`);
  }
}
