import { defineConfig } from 'vitest/config'

/**
 * Two projects: `unit` needs nothing and runs in seconds, `integration` gets a private MariaDB.
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
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          globalSetup: ['test/helpers/global-setup.ts'],
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
