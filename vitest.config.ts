import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['app/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**', 'build/**'],
    globalSetup: ['tests/setup/migrated-database.ts'],
    setupFiles: ['tests/setup/own-database.ts'],
    pool: 'forks',
    testTimeout: 60_000,
  },
})
