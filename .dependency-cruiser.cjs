// Who may import whom: imports run downwards. The table is in CONTRIBUTING.md.

const adapters = '^shared/(aws|dynamodb|step-functions|mail|files|vault|machine|tables)/';
const builtIn = { dependencyTypesNot: ['core'] };

/** Everything outside `allowed` is refused to `from`. Paths of packages start with node_modules/. */
function only(name, comment, from, allowed, more = {}) {
  return { name, comment, severity: 'error', from: { path: from }, to: { pathNot: allowed, ...more } };
}

const npm = (...names) => names.map((name) => `^node_modules/${name}/`);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      'The domain knows zod, itself, and of Node only the hash functions.',
      '^shared/domain/',
      ['^shared/domain/', '^(node:)?crypto$', ...npm('zod')],
    ),
    only('ports-are-types', 'Ports speak the language of the domain.', '^shared/ports\\.ts$', [
      '^shared/domain/',
      ...npm('zod'),
    ]),
    only(
      'use-cases-know-domain-and-ports',
      'A use case reaches the world through ports only.',
      '^shared/use-cases/',
      ['^shared/(domain|use-cases|records|regimes|messages)/', '^shared/ports\\.ts$', ...npm('zod')],
    ),
    only('records-are-what-is-stored', 'Items and keys, in the words of the domain.', '^shared/records/', [
      '^shared/(domain|records)/',
      '^shared/ports\\.ts$',
      '^(node:)?crypto$',
      ...npm('zod'),
    ]),
    {
      name: 'acts-speak-no-language',
      comment: 'A use case returns codes; only notices, which leave by mail, are put into words there.',
      severity: 'error',
      from: { path: '^shared/use-cases/', pathNot: '^shared/use-cases/effects/' },
      to: { path: '^shared/messages/', dependencyTypesNot: ['type-only'] },
    },
    only('regimes-are-data', 'A regime is data in the words of the domain.', '^shared/regimes/', [
      '^shared/(domain|regimes)/',
      ...npm('zod'),
    ]),
    only('messages-are-text', 'Messages know codes of the domain and each other.', '^shared/messages/', [
      '^shared/(domain|messages)/',
    ]),
    only('http-is-an-edge', 'The HTTP edge turns requests into use cases.', '^shared/http/', [
      '^shared/(domain|use-cases|records|regimes|messages|http|machine)/',
      '^shared/ports\\.ts$',
      '^(node:)?crypto$',
      ...npm('hono', 'zod', 'jose'),
    ]),
    only(
      'adapters-fulfil-ports',
      'An adapter knows the ports, the domain and its own packages.',
      adapters,
      ['^shared/domain/', '^shared/(ports|store-limits|store-cursor)\\.ts$', adapters, '^node_modules/'],
      builtIn,
    ),
    only(
      'stores-agree',
      'What every store refuses, and how it says where a page ended, belongs to none of them.',
      '^shared/store-(limits|cursor)\\.ts$',
      ['^shared/(ports|store-limits)\\.ts$', ...npm('zod')],
    ),
    only(
      'transfer-moves-offices',
      'A whole office goes in and out as items and files; what holds them is told from outside.',
      '^shared/transfer/',
      [
        '^shared/(domain|records|transfer)/',
        '^shared/use-cases/(flow/rebuild|effects/let-go|history/erase-words)\\.ts$',
        '^shared/vault/keys-text\\.ts$',
        '^shared/(ports|store-limits)\\.ts$',
        ...npm('zod'),
      ],
      builtIn,
    ),
    only(
      'verification-walks-offices',
      'A whole office is read as items, and held against its own histories, roots and papers.',
      '^shared/verification/',
      ['^shared/(domain|records|transfer|verification)/', '^shared/ports\\.ts$', ...npm('zod')],
      builtIn,
    ),
    only('web-is-pages', 'Pages know what is shared, never how it is stored or sent.', '^web/', [
      '^web/',
      '^shared/(domain|use-cases|regimes|messages|http|tables)/',
      '^shared/files/content-disposition\\.ts$',
      '^shared/ports\\.ts$',
      ...npm('hono', 'zod', 'qr'),
    ]),
    only(
      'workflows-are-order',
      'A workflow says what happens in which order, and names the tasks that do it.',
      '^workflows/',
      ['^workflows/', '^functions/tasks/[^/]+/task\\.ts$', '^shared/domain/', ...npm('zod')],
    ),
    only(
      'functions-are-thin',
      'A function joins shared code, pages and its place in a workflow.',
      '^functions/',
      ['^functions/', '^shared/', '^web/', '^workflows/.+/tasks\\.ts$', '^node_modules/'],
      builtIn,
    ),
    {
      name: 'functions-are-separate',
      comment: 'A function imports its own folder and the files beside the folders, never another function.',
      severity: 'error',
      from: { path: '^functions/((?:tasks|streams|schedules)/[^/]+|[^/]+)/' },
      to: { path: '^functions/', pathNot: ['^functions/$1/', '^functions/(tasks/)?[^/]+\\.ts$'] },
    },
    only(
      'infra-is-deployment',
      'Infrastructure knows the workflows, shape and keys of the table, and of the functions only the types of their env.ts.',
      '^infra/',
      [
        '^infra/',
        '^shared/dynamodb/table\\.ts$',
        '^shared/records/keys\\.ts$',
        '^workflows/',
        '^functions/.+/env\\.ts$',
        '^node_modules/(aws-cdk-lib|cdk-nag|constructs|zod)/',
      ],
      builtIn,
    ),
    {
      name: 'infra-takes-types-of-env',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^functions/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'local-without-the-cloud',
      comment: 'The embedded home runs the same system without deployment, handlers or cloud adapters.',
      severity: 'error',
      from: { path: '^local/' },
      to: { path: '^infra/|^functions/.*handler\\.ts$|^shared/(dynamodb|step-functions)/' },
    },
    {
      name: 'local-cannot-reach-the-cloud',
      severity: 'error',
      from: { path: '^local/' },
      to: {
        path: '^node_modules/(@aws-sdk|@aws-lambda-powertools|@middy|@smithy|aws-cdk-lib)/',
        reachable: true,
      },
    },
    {
      name: 'nothing-imports-local',
      comment: 'The embedded home is an end, as infra is.',
      severity: 'error',
      from: { pathNot: '^(local|tests|bench|scripts)/' },
      to: { path: '^local/' },
    },
    {
      name: 'nothing-imports-tests',
      comment:
        'But bench, which measures what tests walk through, and the pictures that are drawn from a walk.',
      severity: 'error',
      from: { pathNot: '^(tests|bench)/|^scripts/diagram\\.mjs$' },
      to: { path: '^tests/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^(shared|web|workflows|functions|local)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...refuseFiles(
      'no-drawers',
      'A folder says what its files are about: not utils, helpers, common, misc, types or interfaces.',
      '(^|/)(utils?|helpers?|common|misc|types|interfaces)/',
    ),
    ...refuseFiles(
      'no-barrels',
      'Import the file that has it; index.ts hides where things are.',
      '(^|/)index\\.tsx?$',
    ),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(\\.build|coverage|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};

/** A rule sees dependencies, not files: a file is caught as importer, as imported, or as neither. */
function refuseFiles(name, comment, path) {
  const own = { path, pathNot: 'node_modules/' };
  return [
    { name: `${name}-from`, comment, severity: 'error', from: own, to: {} },
    { name: `${name}-to`, comment, severity: 'error', from: {}, to: own },
    { name: `${name}-alone`, comment, severity: 'error', from: { ...own, orphan: true }, to: {} },
  ];
}
