import { defineConfig } from 'vitest/config'

/**
 * `unit` needs nothing and runs in seconds, `integration` gets a private MariaDB, `browser` a Chromium, too. `mysql` runs those integration tests
 * that ask for no more than a database on a MySQL, with a few of its own; `npm run test:mysql` does, `npm test` does not. Nor does it
 * run `prism`, which installs a proxy; `npm run test:prism` does.
 *
 * Integration files run in processes, not threads: a private server ends with the thread that started it. Two at a time,
 * since each may start a server of its own, and CI machines have two cores.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/golden/*.test.ts'],
          // Some start a compiler, a linter or the command itself, and machines may be busy.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts', 'examples/**/*.test.ts', 'plugins/**/*.test.ts'],
          globalSetup: ['test/recorder/global-setup.ts', 'test/helpers/global-setup.ts'],
          setupFiles: ['test/recorder/setup.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/helpers/global-setup.ts', 'test/helpers/browser-setup.ts'],
          maxWorkers: 2,
          // A page on a busy machine is drawn when it is drawn.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'prism',
          include: ['test/prism/*.test.ts'],
          globalSetup: ['test/helpers/global-setup.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'mysql',
          include: [
            'test/mysql/*.test.ts',
            'test/integration/access/scope.test.ts',
            'test/integration/codegen/boundaries.test.ts',
            'test/integration/contract/every-resource.test.ts',
            'test/integration/demo/triggers.test.ts',
            'test/integration/engines/*.test.ts',
            'test/integration/imports/*.test.ts',
            'test/integration/manual/manual.test.ts',
            'test/integration/money/{crashes,keys,rules}.test.ts',
            'test/integration/queries/{aggregation,documented,expand,search}.test.ts',
            'test/integration/resources/{batch,cursor,increment,packets,rows,several-rows,tags,upsert}.test.ts',
            'test/integration/server/*.test.ts',
          ],
          globalSetup: ['test/helpers/mysql-setup.ts'],
          setupFiles: ['test/recorder/setup.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
