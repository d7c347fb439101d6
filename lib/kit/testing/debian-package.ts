import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cache = fileURLToPath(new URL('../../../.cache', import.meta.url))

export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where a program is that can be called by its name. Services stand in folders that not everybody looks in. */
export const onPath = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find(isExecutable)

/** Runs a program, and says whether it succeeded. */
export const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0

interface Unpacked {
  /** The folder in the project's cache that it goes to. */
  readonly folder: string
  /** Packages of which the first that there is is taken. */
  readonly packages: readonly string[]
  /** Where a package has the program. */
  readonly programIn: (name: string) => string
}

/** Where the program is, once it is unpacked. */
export const unpackedProgram = ({ folder }: Pick<Unpacked, 'folder'>): string =>
  join(cache, folder, 'program')

/**
 * Gets a package of Debian's with what it needs, as anybody, and unpacks it beside the project: nothing is installed, and no
 * service is started. Its program is started with its own libraries.
 */
export const unpackPackage = ({ folder, packages, programIn }: Unpacked): void => {
  const own = join(cache, folder)
  const archives = join(own, 'archives')
  const files = join(own, 'root')
  for (const each of [join(own, 'lists/partial'), join(archives, 'partial'), files]) {
    mkdirSync(each, { recursive: true })
  }
  const places = [`Dir::State::lists=${own}/lists`, `Dir::Cache=${own}`, `Dir::Cache::archives=${archives}`]
  const options = [...places, 'Debug::NoLocking=1'].flatMap((option) => ['-o', option])
  if (!run('apt-get', '-q', ...options, 'update')) return
  const download = ['install', '--no-install-recommends', '--download-only', '--reinstall']
  const name = packages.find((wanted) => run('apt-get', '-qy', ...options, ...download, wanted))
  if (!name) return
  for (const archive of readdirSync(archives).filter((file) => file.endsWith('.deb'))) {
    if (!run('dpkg-deb', '-x', join(archives, archive), files)) return
  }
  const libraries = ['usr/lib', 'lib']
    .map((folder) => join(files, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((inner) => join(folder, inner)))
    .filter((folder) => folder.includes('-linux-'))
  const program = unpackedProgram({ folder })
  writeFileSync(
    program,
    `#!/bin/sh\nLD_LIBRARY_PATH="${libraries.join(':')}" exec "${join(files, programIn(name))}" "$@"\n`,
  )
  chmodSync(program, 0o755)
}

export const hasDebianPackages = (): boolean => existsSync('/usr/bin/apt-get')
