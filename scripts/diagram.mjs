// Draws each flow from its ASL file, each route from its template, and the lives of cases and lists from a walk through
// every state of a small world (tests/model), between markers in the documents:
//   npm run diagram                     writes
//   node scripts/diagram.mjs --check    fails when a picture is stale
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawStates } from '../tests/model/picture.ts';
import { law } from '../shared/regimes/shipped.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const documents = ['README.md', 'docs/architecture.md', 'docs/routes.md'];

const fenced = (lines) => ['```mermaid', ...lines, '```'].join('\n');
const quoted = (text) => `"${text.replaceAll('"', '#quot;')}"`;

const waitsForToken = (state) => state.Resource?.endsWith('.waitForTaskToken') === true;

function shapeOf(name, state) {
  if (state.Type === 'Choice') return `${name}{${quoted(name)}}`;
  if (state.Type === 'Succeed') return `${name}([${quoted(name)}])`;
  if (state.Type === 'Fail') return `${name}[[${quoted(name)}]]`;
  if (state.Type === 'Wait' || waitsForToken(state)) return `${name}[/${quoted(name)}/]`;
  return `${name}[${quoted(name)}]`;
}

/** `{% $place = 'STEP' %}` is shown as STEP; any other condition as it stands. */
function labelOf(condition) {
  const plain = condition.replace(/^\{%\s*|\s*%\}$/g, '');
  return /^\$\w+ = '([^']*)'$/.exec(plain)?.[1] ?? plain;
}

/** An error that ends the execution is a dotted line without a label; any other error is named. */
function errorEdge(name, { ErrorEquals: errors, Next: next }) {
  return errors.includes('States.ALL')
    ? `${name} -.-> ${next}`
    : `${name} -. ${quoted(errors.join(', '))} .-> ${next}`;
}

function edgesOf(name, state) {
  const rules = state.Choices ?? [];
  const otherwise = state.Default === undefined ? [] : [`${name} -- otherwise --> ${state.Default}`];
  const next = state.Next === undefined ? [] : [`${name} --> ${state.Next}`];
  return [
    ...next,
    ...rules.map((rule) => `${name} -- ${quoted(labelOf(rule.Condition))} --> ${rule.Next}`),
    ...otherwise,
    ...(state.Catch ?? []).map((catcher) => errorEdge(name, catcher)),
  ];
}

export function drawFlow(definition) {
  const states = Object.entries(definition.States);
  return fenced([
    'flowchart TD',
    `  Begin((" ")) --> ${definition.StartAt}`,
    ...states.map(([name, state]) => `  ${shapeOf(name, state)}`),
    ...states.flatMap(([name, state]) => edgesOf(name, state).map((edge) => `  ${edge}`)),
  ]);
}

const { templates } = law.data;
const roundDays = { closingDay: 'ngày hết hạn của đợt', councilDay: 'ngày họp xét của đợt' };

/** `20 ngày làm việc (limit.appraise)`: every value that the figure ever had. */
function dueByLaw(key) {
  const { kind, rows } = law.data.figures.find((figure) => figure.key === key);
  const said = rows.map(({ value }) =>
    dueOf(kind === 'monthDay' ? { monthDay: value } : { workingDays: value }),
  );
  return `${[...new Set(said)].join(', ')} (theo ${key})`;
}

function dueOf(due) {
  if ('workingDays' in due) return `${due.workingDays} ngày làm việc`;
  if ('roundDay' in due) return roundDays[due.roundDay];
  if ('limit' in due) return dueByLaw(due.limit);
  const [month, day] = due.monthDay.split('-');
  return `trước ${day}/${month}`;
}

/** The step that freezes regime and route stands in a double frame. */
function stepShape(step, index) {
  const label = quoted(`${step.title.vi}<br/>${dueOf(step.due)}`);
  return `s${index}${step.freezes === true ? `[[${label}]]` : `[${label}]`}`;
}

export function drawRoute(template) {
  const { steps } = template;
  return fenced([
    'flowchart LR',
    ...steps.map((step, index) => `  ${stepShape(step, index)}`),
    `  ${steps.map((_, index) => `s${index}`).join(' --> ')}`,
  ]);
}

function validity({ validFrom, validTo }) {
  const day = (date) => date.split('-').reverse().join('/');
  return validTo === undefined ? `từ ${day(validFrom)}` : `${day(validFrom)} – ${day(validTo)}`;
}

function routeTable(template) {
  const rows = template.steps.map((step, index) => {
    const at = [step.at.kind, step.at.level, step.at.function].filter(Boolean).join(' · ');
    const marks = step.freezes === true ? ' (chốt tuyến trình)' : '';
    return `| ${index + 1} | ${step.title.vi}${marks} | ${step.title.en} | \`${step.kind}\` | ${at} | ${dueOf(step.due)} |`;
  });
  return [
    `## ${template.title.vi}`,
    '',
    `${template.title.en} · \`${template.code}\` · ${validity(template)} · nguồn: ${law.cited(template)} (${template.confidence})`,
    '',
    drawRoute(template),
    '',
    '| | bước | step | kind | held by | hạn |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Of ways that have not ended. */
const routePictures = () =>
  templates
    .filter(({ validTo }) => validTo === undefined)
    .map((template) => `**${template.title.vi}** · \`${template.code}\`\n\n${drawRoute(template)}`)
    .join('\n\n');

async function drawings() {
  const flows = globSync('workflows/*/flow.asl.json', { cwd: root })
    .sort()
    .map((file) => [
      `flow:${file.split(/[/\\]/)[1]}`,
      drawFlow(JSON.parse(readFileSync(`${root}${file}`, 'utf8'))),
    ]);
  return new Map([
    ...flows,
    ['routes:pictures', routePictures()],
    ['routes:tables', templates.map(routeTable).join('\n\n')],
    ...(await drawStates()),
  ]);
}

/** @returns the text with every pair of markers filled; a pair whose drawing doesn't exist yet stays as it is */
export function filled(text, drawn) {
  return text.replace(/(<!-- ([\w:-]+) -->)[^]*?(<!-- \/\2 -->)/g, (whole, open, name, close) => {
    const drawing = drawn.get(name);
    return drawing === undefined ? whole : `${open}\n${drawing}\n${close}`;
  });
}

/** @returns what is wrong: a document whose pictures are stale, a drawing that no document shows */
export async function staleDiagrams() {
  const drawn = await drawings();
  const texts = documents.map((file) => [file, readFileSync(`${root}${file}`, 'utf8')]);
  const shown = texts.map(([, text]) => text).join('\n');
  return [
    ...texts
      .filter(([, text]) => filled(text, drawn) !== text)
      .map(([file]) => `${file} shows an old picture`),
    ...[...drawn.keys()]
      .filter((name) => !shown.includes(`<!-- ${name} -->`))
      .map((name) => `no document shows ${name}`),
  ];
}

export async function writeDiagrams() {
  const drawn = await drawings();
  for (const file of documents) {
    const text = readFileSync(`${root}${file}`, 'utf8');
    writeFileSync(`${root}${file}`, filled(text, drawn));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) await writeDiagrams();
  const stale = await staleDiagrams();
  for (const problem of stale) console.error(`${problem}: run npm run diagram`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}
