import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MigrationError } from './migration-error'

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Reads `<name>/migration.sql` of every folder, in the order of the names. */
export const readMigrations = async (dir: string): Promise<Migration[]> => {
  const entries = await readdir(dir, { withFileTypes: true }).catch((cause) => {
    throw new MigrationError(
      'unreadable',
      dir,
      `The migrations in ${dir} cannot be read: deploy them along.`,
      {
        cause,
      },
    )
  })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readMigration(dir, name)))
}

const readMigration = async (dir: string, name: string): Promise<Migration> => {
  const file = join(dir, name, 'migration.sql')
  try {
    const sql = await readFile(file, 'utf8')
    return { name, sql, checksum: sha256(sql) }
  } catch (cause) {
    throw new MigrationError(
      'unreadable',
      name,
      `${file} cannot be read: restore it, or remove its folder.`,
      {
        cause,
      },
    )
  }
}

/** Like Prisma, forgives what git does to line endings. */
export const hasChecksum = ({ sql }: Migration, checksum: string): boolean => {
  const unix = sql.replaceAll('\r\n', '\n')
  return [sql, unix, unix.replaceAll('\n', '\r\n')].some((text) => sha256(text) === checksum)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
