import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }

export default defineConfig({
  test: {
    // Files of one worker share what they import: they leave no state behind in it. A third of the time it takes otherwise.
    isolate: false,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          include: ['{lib,components,app,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'postgres',
          include: ['lib/**/*.pg.test.ts', 'scripts/**/*.pg.test.ts'],
          globalSetup: ['lib/testing/postgres-global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
