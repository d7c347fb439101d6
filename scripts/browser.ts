import { spawnSync } from 'node:child_process'
import { chromium } from 'playwright'
import {
  hasDebianPackages,
  isExecutable,
  onPath,
  run,
  unpackedProgram,
  unpackPackage,
} from '../lib/kit/testing/debian-package'

/** What Debian calls Chromium without its windows, which costs a third less CPU, and with them. */
const packages = ['chromium-headless-shell', 'chromium']
const names = [...packages, 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
/** As anybody else: the same packages, unpacked beside the project and started with their own libraries. */
const unpacked = { folder: 'chromium', packages, programIn: (name: string) => `usr/lib/chromium/${name}` }

const runQuietly = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const installed = (): string | undefined =>
  [...names.map(onPath), ...elsewhere, chromium.executablePath(), unpackedProgram(unpacked)].find(
    (path) => path && isExecutable(path),
  )

/** As root, or who may be: Debian's package, installed. */
const installPackage = (): void => {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && !runQuietly('sudo', '-n', 'true')) return
  const apt = (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args]
    return run(command, ...rest)
  }
  if (apt('update', '-q')) packages.some((name) => apt('install', '-qy', '--no-install-recommends', name))
}

/**
 * The browser for the tests: one that is installed, else Playwright's own where it was downloaded, else
 * Debian's package, installed or (without the right to) unpacked beside the project.
 * @throws Error that says what to do when there is none to be had.
 */
export const findBrowser = (): string => {
  const found = installed()
  if (found) return found
  if (hasDebianPackages()) {
    process.stdout.write("No Chromium here: getting Debian's package.\n")
    installPackage()
    if (!installed()) unpackPackage(unpacked)
  }
  const now = installed()
  if (now) return now
  throw new Error(
    'The browser tests need Chromium or Chrome and found none. Install one, or run `npx playwright install chromium`.',
  )
}
