'use strict';

/** Unit and integration tests; with FULL=1 the long ones in their place. Screens are tested with Playwright (playwright.config.ts). */
module.exports = {
  testEnvironment: 'node',
  roots: (process.env.FULL ? ['full'] : ['unit', 'integration']).map((folder) => `<rootDir>/tests/${folder}`),
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[tj]sx?$': [
      'ts-jest',
      {
        // Types are checked by npm run lint, once and not again for every file.
        diagnostics: false,
        tsconfig: {
          isolatedModules: true,
          target: 'es2022',
          module: 'commonjs',
          esModuleInterop: true,
          allowJs: true,
          jsx: 'react',
          resolveJsonModule: true
        }
      }
    ]
  },
  // PnPjs and some others are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!@pnp/|entities/|stemmer/|jose/|@microsoft/app-manifest/|strip-bom/)'],
  testTimeout: 60000,
  maxWorkers: 2
};
