import { defineConfig } from '@playwright/test'

const executablePath = process.env.CHROMIUM

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // What fails and then passes is told as flaky: a machine that others keep busy may stand still for seconds.
  retries: 1,
  reporter: [['list']],
  globalSetup: './e2e/support/global-setup.ts',
  use: {
    viewport: { width: 1440, height: 900 },
    // What still moves is clicked late, and where Playwright scrolls to meet it.
    contextOptions: { reducedMotion: 'reduce' },
    // A story that needs the worker allows it: what it answers is out of reach of a story's own routes.
    serviceWorkers: 'block',
    // A trace films the page, at a fifth of a story's CPU: only a story that failed is filmed.
    trace: 'on-first-retry',
    ...(executablePath && { launchOptions: { executablePath } }),
  },
})
