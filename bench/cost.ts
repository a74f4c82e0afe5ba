import { billOf, totalOf, type Extent } from './scale/bill.ts';
import { measureWay } from './scale/case-load.ts';
import { rowsAList, useOf } from './scale/case-use.ts';
import { prices } from './scale/prices.ts';

// What does a month cost, by list prices, for a ward, a city, the country?
const communes = 3_321;
const casesAYear = 1_000_000;
const aCommune = casesAYear / communes;
const peopleACommune = 12;

/** A ward alone, the largest city, and all provinces with a deployment each; three quarters of a year come in August. */
const places = [
  { name: 'one ward', communes: 1, deployments: 1 },
  { name: 'one city (168 communes)', communes: 168, deployments: 1 },
  { name: 'the country (34 provinces)', communes, deployments: 34 },
];
const months = [
  { name: 'a month of the year', share: 1 / 12 },
  { name: 'August', share: 3 / 4 },
];

const use = useOf(await measureWay());
console.log(`a case on its straight way, lists of ${rowsAList} rows:`, use);

const extents = places.flatMap((place) =>
  months.map((month): Extent => ({
    name: `${place.name}, ${month.name}`,
    casesAMonth: place.communes * aCommune * month.share,
    casesKept: place.communes * aCommune,
    people: place.communes * peopleACommune,
    deployments: place.deployments,
  })),
);
const bills = extents.map((extent) => billOf(use, extent));
const usd = (amount: number): string => amount.toFixed(amount < 100 ? 2 : 0);
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

console.log(
  `\n${row('US dollars', ...extents.map(({ name }) => name))}\n|---|${'---:|'.repeat(extents.length)}`,
);
for (const [place, { service }] of (bills[0] ?? []).entries())
  console.log(row(service, ...bills.map((bill) => usd(bill[place]?.usd ?? 0))));
console.log(row('together', ...bills.map((bill) => usd(totalOf(bill)))));

console.log('\n| price | US dollars | page | from |\n|---|---:|---|---|');
for (const price of Object.values(prices)) {
  const from = 'from' in price ? price.from : 'memory';
  console.log(row(price.unit, price.usd.toPrecision(3), price.page, from));
}
