import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Files of one worker share what they import, at half the time: they leave no state behind in it. */
const isolate = false

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'pure',
          isolate,
          include: ['{lib,components,app,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'postgres',
          isolate,
          include: ['lib/**/*.pg.test.ts', 'scripts/**/*.pg.test.ts'],
          globalSetup: ['lib/kit/testing/postgres-global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
