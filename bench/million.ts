import { measureWay } from './scale/case-load.ts';
import {
  asBuilt,
  heatOf,
  hottestList,
  kinds,
  partitionLimits,
  type Heat,
  type Shape,
} from './scale/key-heat.ts';
import { settledASecond, type Province } from './scale/season-days.ts';

// Which partitions are hottest when a million cases a year come, three quarters of them in two weeks?
const communes = 3_321;
const casesAYear = 1_000_000;
const casesACommune = Math.round((casesAYear * 0.75) / communes);
const city: Province = { communes: 168, casesACommune };
/** The largest one, and all others alike. */
const country: readonly Province[] = [
  city,
  ...Array.from({ length: 33 }, (_, n) => ({ communes: n < 18 ? 96 : 95, casesACommune })),
];
const shown = 9;
/** Shared by everybody, whether hot or not. */
const always = ['PENDING', 'by-g1/UNSENT'];

const { phases } = await measureWay();

function print(title: string, heat: Heat): void {
  console.log(`\n${title}`);
  for (const kind of kinds) {
    const limit = partitionLimits[kind];
    const unit = kind === 'writeUnits' ? 'write units' : 'read units';
    console.log(
      `\n| ${unit} a second, of ${limit} | hottest second | hottest hour | two weeks |\n|---|---:|---:|---:|`,
    );
    const rows = heat[kind].filter(({ key }, place) => place < shown || always.includes(key));
    for (const { key, second, hour, average } of rows)
      console.log(`| \`${key}\` | ${second.toFixed(0)} | ${hour.toFixed(1)} | ${average.toFixed(2)} |`);
  }
}

const spread: Shape = {
  oneRound: true,
  shards: { ...asBuilt.shards, 'by-g1/WAITS': 16, 'by-g1/UNSENT': 16 },
};

const casesOf = (provinces: readonly Province[]): number =>
  provinces.reduce((sum, province) => sum + province.communes * province.casesACommune, 0);

console.log(`a list settles ${settledASecond.toFixed(0)} rows a second at most, the account together`);
const own = hottestList(phases);
console.log(
  `a list's own partition, while it is gathered or settles: ${own.writeUnits.toFixed(0)} write units, ${own.readUnits.toFixed(0)} read units a second`,
);
print(`one city, ${casesOf([city])} cases in two weeks`, heatOf(phases, [city]));
if (process.argv.includes('--country')) {
  print(
    `the country in one table, ${casesOf(country)} cases in two weeks, a round each province`,
    heatOf(phases, country),
  );
  print('the same, all in one round', heatOf(phases, country, { ...asBuilt, oneRound: true }));
  print('the same, with sixteen shards for waits and unsent mails', heatOf(phases, country, spread));
}
