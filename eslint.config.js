'use strict';

const react = require('@microsoft/eslint-config-spfx/lib/flat-profiles/react');
const importPlugin = require('eslint-plugin-import');

/** Which parts may not use which: dependencies point one way (README.md, Layout). */
const forbidden = [
  { target: './src/domain', from: ['./src/lists', './src/data', './src/ui', './src/webparts', './sharepoint'] },
  { target: './src/lists', from: ['./src/domain', './src/data', './src/ui', './src/webparts', './sharepoint'] },
  { target: './src/data', from: ['./src/ui', './src/webparts', './sharepoint'] },
  { target: './src/ui', from: ['./src/lists', './src/data', './src/webparts', './sharepoint'] },
  { target: './src/webparts', from: ['./src/lists', './sharepoint'] },
  { target: './sharepoint/local', from: ['./src', './teams', './sharepoint/provisioning', './sharepoint/import', './sharepoint/commands'] },
  {
    target: './sharepoint/provisioning',
    from: ['./src/ui', './src/webparts', './sharepoint/local', './sharepoint/import', './sharepoint/commands']
  },
  {
    target: './sharepoint/import',
    from: ['./src/ui', './src/webparts', './sharepoint/local', './sharepoint/provisioning', './sharepoint/commands']
  },
  { target: './teams', from: ['./src/lists', './src/ui', './src/webparts', './sharepoint'] },
  { target: './src', from: './teams' },
  { target: ['./src', './sharepoint', './teams'], from: './tests' }
];

const zones = forbidden.flatMap(({ target, from }) =>
  [from].flat().map((one) => ({ target, from: one, message: 'Dependencies point one way: see eslint.config.js.' }))
);

module.exports = [
  {
    ignores: [
      'node_modules/**',
      'dist/**',
      'lib/**',
      'lib-commonjs/**',
      'lib-dts/**',
      'lib-esm/**',
      'release/**',
      'temp/**',
      'jest-output/**',
      'sharepoint/solution/**',
      '.local-sharepoint/**',
      'test-results/**',
      '**/*.js'
    ]
  },
  ...react,
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } }
  },
  {
    files: ['sharepoint/**/*.ts', 'teams/**/*.ts', 'tests/**/*.ts', 'playwright.config.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.node.json', tsconfigRootDir: __dirname } },
    rules: {
      // Node code runs where microtasks and console are at home.
      'no-console': 'off'
    }
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'promise/param-names': 'off',
      // Set up before and torn down after each test, one after the other.
      'require-atomic-updates': 'off',
      '@rushstack/import-requires-chunk-name': 'off',
      // Hostile input is what some tests are about.
      'no-script-url': 'off'
    }
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { import: importPlugin },
    settings: { 'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js', '.json'] } } },
    rules: {
      'import/no-restricted-paths': ['error', { basePath: __dirname, zones }],
      // Reading from the whole to its parts: what is used may stand below its user.
      '@typescript-eslint/no-use-before-define': ['error', { functions: false, classes: false, variables: false }],
      // Control characters are looked for on purpose: in names of files and in addresses.
      'no-control-regex': 'off',
      'no-void': 'off',
      // An absent value is null in SharePoint's REST and in React's refs.
      '@rushstack/no-new-null': 'off',
      '@typescript-eslint/no-unused-vars': [
        'warn',
        { vars: 'all', args: 'none', argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error'
    }
  }
];
