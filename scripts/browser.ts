import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

/** What Debian calls Chromium without its windows, which costs a third less CPU, and with them. */
const packages = ['chromium-headless-shell', 'chromium']
const names = [...packages, 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const elsewhere = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const cache = fileURLToPath(new URL('../.cache/chromium', import.meta.url))
const unpacked = join(cache, 'chromium')

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (name: string): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable)

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

const runQuietly = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const installed = (): string | undefined =>
  [...names.map(onPath), ...elsewhere, chromium.executablePath(), unpacked].find(
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

/** As anybody else: the same packages, unpacked beside the project and started with their own libraries. */
const unpackPackage = (): void => {
  const archives = join(cache, 'archives')
  const files = join(cache, 'root')
  for (const folder of [join(cache, 'lists/partial'), join(archives, 'partial'), files]) {
    mkdirSync(folder, { recursive: true })
  }
  const own = [`Dir::State::lists=${cache}/lists`, `Dir::Cache=${cache}`, `Dir::Cache::archives=${archives}`]
  const options = [...own, 'Debug::NoLocking=1'].flatMap((option) => ['-o', option])
  if (!run('apt-get', '-q', ...options, 'update')) return
  const download = ['install', '--no-install-recommends', '--download-only']
  const name = packages.find((wanted) => run('apt-get', '-qy', ...options, ...download, wanted))
  if (!name) return
  for (const archive of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    if (!run('dpkg-deb', '-x', join(archives, archive), files)) return
  }
  const libraries = readdirSync(join(files, 'usr/lib'))
    .filter((folder) => folder.includes('-linux-'))
    .flatMap((folder) => [join(files, 'usr/lib', folder), join(files, 'lib', folder)])
  const script = `#!/bin/sh
LD_LIBRARY_PATH="${libraries.join(':')}" exec "${join(files, 'usr/lib/chromium', name)}" "$@"
`
  writeFileSync(unpacked, script)
  chmodSync(unpacked, 0o755)
}

/**
 * The browser for the tests: one that is installed, else Playwright's own where it was downloaded, else
 * Debian's package, installed or (without the right to) unpacked beside the project.
 * @throws Error that says what to do when there is none to be had.
 */
export const findBrowser = (): string => {
  const found = installed()
  if (found) return found
  if (existsSync('/usr/bin/apt-get')) {
    process.stdout.write("No Chromium here: getting Debian's package.\n")
    installPackage()
    if (!installed()) unpackPackage()
  }
  const now = installed()
  if (now) return now
  throw new Error(
    'The browser tests need Chromium or Chrome and found none. Install one, or run `npx playwright install chromium`.',
  )
}
