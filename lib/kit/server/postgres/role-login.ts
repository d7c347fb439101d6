import pg from 'pg'
import { deriveKey } from './secret/derive-key'
import { withClient } from './with-client'

/** `hindsight_app` may read and append, `hindsight_maintenance` may move streams to cold storage and back. */
export const roles = ['hindsight_app', 'hindsight_maintenance'] as const

export type Role = (typeof roles)[number]

export const passwordOf = (role: Role, secret: string): string =>
  deriveKey(secret, 'login', role).toString('base64url')

/** The owner's URL with the login of a role in the owner's place. What the query says wins in `pg`, whatever the rest looks like. */
export const roleUrl = (role: Role, ownerUrl: string, secret: string): string => {
  const url = new URL(ownerUrl)
  url.username = ''
  url.password = ''
  url.searchParams.set('user', role)
  url.searchParams.set('password', passwordOf(role, secret))
  return url.href
}

/** The log's tables come first, so that the app can't put others of those names before them. */
const searchPath = 'public, read_models'

/** Duplicate object, unique violation, "tuple concurrently updated": another node, or another database, was quicker. */
const raced = ['42710', '23505', 'XX000']

export const isRaced = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && raced.includes(error.code ?? '')

/** Invalid password, and: may not log in at all. */
const refusals = ['28P01', '28000']

/** Logs in as a role once, and sees to where it looks for tables; says whether it was let in. */
export const tryLogin = async (role: Role, ownerUrl: string, secret: string): Promise<boolean> => {
  try {
    await withClient(roleUrl(role, ownerUrl, secret), (client) => setSearchPath(client, role))
    return true
  } catch (error) {
    if (error instanceof pg.DatabaseError && refusals.includes(error.code ?? '')) return false
    throw error
  }
}

const setSearchPath = async (client: pg.Client, role: Role): Promise<void> => {
  const { rows } = await client.query('show search_path')
  if (rows[0].search_path === searchPath) return
  await client.query(`alter role ${role} set search_path to ${searchPath}`).catch((error) => {
    // Whoever was quicker set the same.
    if (!isRaced(error)) throw error
  })
}
