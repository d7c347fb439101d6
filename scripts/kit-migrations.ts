import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './checks'

/** From before a migration's name said whose it is. */
const applications: ReadonlySet<string> = new Set([
  '20261121000600_projections',
  '20261121000800_cart_search',
  '20261130000100_cart_lines',
  '20261130001000_one_account',
])

const isApplications = (name: string): boolean => applications.has(name) || name.includes('_shop_')

/** The folders of the kit's migrations, in order: those of old ones that made more than the kit's from the kit's own folder. */
export const kitMigrations = (): readonly string[] => {
  const all = join(root, 'prisma/migrations')
  const own = join(root, 'lib/kit/migrations')
  return readdirSync(all, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !isApplications(entry.name))
    .map(({ name }) => join(existsSync(join(own, name)) ? own : all, name))
    .sort((one, other) => ((one.split('/').at(-1) ?? '') < (other.split('/').at(-1) ?? '') ? -1 : 1))
}
