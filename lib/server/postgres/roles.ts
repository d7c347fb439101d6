import pg, { type Client, type PoolConfig } from 'pg'

const APP_ROLE = 'hindsight_app'

/** The app's role is missing and we may not make it. The message says what an administrator has to do. */
export class AppRoleError extends Error {
  override name = 'AppRoleError'
}

const ATTEMPTS = 5
const INSUFFICIENT_PRIVILEGE = '42501'
/** Duplicate object, unique violation, "tuple concurrently updated": another node, or another database, was quicker. */
const RACED = ['42710', '23505', 'XX000']

/** Makes sure that the role exists and that the owner may act as it. Call it before `migrate`, which grants to it. */
export async function ensureAppRole(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      if (await mayActAsApp(client)) return
      await createAndGrant(client)
    }
    if (!(await mayActAsApp(client))) throw await explain(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The pool's configuration for the app: the owner's login, acting as the app's role from the first statement on. */
export function appConnection(ownerUrl: string): PoolConfig {
  const url = new URL(ownerUrl)
  // What the URL says wins over the configuration, so its own options have to move there.
  const own = url.searchParams.get('options')
  url.searchParams.delete('options')
  return { connectionString: url.href, options: [own, `-c role=${APP_ROLE}`].filter(Boolean).join(' ') }
}

async function mayActAsApp(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `select pg_has_role(oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may
     from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  return rows[0]?.may ?? false
}

async function createAndGrant(client: Client): Promise<void> {
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE])
    if (!rowCount) await client.query(`create role ${APP_ROLE} nologin`)
    await client.query(`grant ${APP_ROLE} to current_user`)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code === INSUFFICIENT_PRIVILEGE) throw await explain(client, error)
    if (!code || !RACED.includes(code)) throw error
  }
}

async function explain(client: Client, cause?: unknown): Promise<AppRoleError> {
  const { rows } = await client.query('select quote_ident(current_user) as me')
  const { me } = rows[0]
  return new AppRoleError(
    `The database user ${me} may not set up the app's role. Let an administrator of the server run, once: ` +
      `CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO ${me};`,
    { cause },
  )
}
