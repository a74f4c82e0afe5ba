import js from '@eslint/js';
import vitest from '@vitest/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const clockRules = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the clock that was passed in.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the clock that was passed in.',
  },
  {
    selector: "CallExpression[callee.name='Date']",
    message: 'Take the time from the clock that was passed in.',
  },
];

const restrictEnv = [
  'error',
  { object: 'process', property: 'env', message: 'Read the environment once, in env.ts.' },
];

export default defineConfig(
  globalIgnores(['.build/', 'coverage/', 'data/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,

  {
    name: 'typed code',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Counts and years belong in sentences.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => list.push(x)` and `onClick={() => close()}` are clear enough.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Ports are promises; an in-process adapter answers at once and must still reject, not throw.
      '@typescript-eslint/require-await': 'off',
      // `while (true)` around a queue or an interpreter step.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Hono takes its environment as a type literal: an interface lacks the index signature it asks for.
      '@typescript-eslint/consistent-type-definitions': 'off',
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'node:process', importNames: ['env'], message: 'Read the environment once, in env.ts.' },
          ],
        },
      ],
      'no-restricted-properties': restrictEnv,
      'no-restricted-syntax': ['error', ...clockRules],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    },
  },

  {
    name: 'functions stay short (a page may be long)',
    files: ['**/*.ts'],
    ignores: ['tests/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    name: 'data, not code',
    files: ['**/seasons/**', 'shared/messages/**', 'shared/regimes/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    name: 'the clock adapter, and what runs in somebody’s browser',
    files: ['shared/machine/system-clock.ts', 'web/script/**', 'tests/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    name: 'where the environment is read',
    files: ['**/env.ts', 'local/main.ts', 'infra/app.ts', 'tests/**'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    name: 'what talks to a terminal',
    files: ['local/**', 'functions/operate/**', 'bench/**', 'tests/rehearsal/**', 'tests/model/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'where the tool asks for a default export',
    files: ['**/vitest.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    name: 'measuring needs the real clock',
    files: ['bench/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },

  {
    name: 'tests',
    files: ['tests/**'],
    extends: [vitest.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-assertions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
    },
  },

  {
    name: 'plain JavaScript',
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
      },
    },
  },
  {
    name: 'tools that demand a default export',
    files: ['*.config.{ts,js}'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
