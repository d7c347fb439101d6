import pg, { type Client, type PoolConfig } from 'pg'

/** `hindsight_app` may read and append, `hindsight_maintenance` may move streams to cold storage and back. */
const ROLES = ['hindsight_app', 'hindsight_maintenance'] as const

type Role = (typeof ROLES)[number]

/** A role is missing and we may not make it. The message says what an administrator has to do. */
export class RoleError extends Error {
  override name = 'RoleError'
}

const ATTEMPTS = 5
const INSUFFICIENT_PRIVILEGE = '42501'
/** Duplicate object, unique violation, "tuple concurrently updated": another node, or another database, was quicker. */
const RACED = ['42710', '23505', 'XX000']

/** Makes sure that the roles exist and that the owner may act as them. Call it before `migrate`, which grants to them. */
export async function ensureRoles(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    for (const role of ROLES) await ensureRole(client, role)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The pool's configuration for the app: the owner's login, acting as the app's role from the first statement on. */
export const appConnection = (ownerUrl: string): PoolConfig => connectionAs('hindsight_app', ownerUrl)

/** The same for who moves streams to cold storage and back. */
export const maintenanceConnection = (ownerUrl: string): PoolConfig =>
  connectionAs('hindsight_maintenance', ownerUrl)

function connectionAs(role: Role, ownerUrl: string): PoolConfig {
  const url = new URL(ownerUrl)
  // What the URL says wins over the configuration, so its own options have to move there.
  const own = url.searchParams.get('options')
  url.searchParams.delete('options')
  return { connectionString: url.href, options: [own, `-c role=${role}`].filter(Boolean).join(' ') }
}

async function ensureRole(client: Client, role: Role): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    if (await mayActAs(client, role)) return
    await createAndGrant(client, role)
  }
  if (!(await mayActAs(client, role))) throw await explain(client)
}

async function mayActAs(client: Client, role: Role): Promise<boolean> {
  const { rows } = await client.query(
    `select pg_has_role(oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may
     from pg_roles where rolname = $1`,
    [role],
  )
  return rows[0]?.may ?? false
}

async function createAndGrant(client: Client, role: Role): Promise<void> {
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (!rowCount) await client.query(`create role ${role} nologin`)
    await client.query(`grant ${role} to current_user`)
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined
    if (code === INSUFFICIENT_PRIVILEGE) throw await explain(client, error)
    if (!code || !RACED.includes(code)) throw error
  }
}

async function explain(client: Client, cause?: unknown): Promise<RoleError> {
  const { rows } = await client.query(
    'select quote_ident(current_user) as me, array(select rolname::text from pg_roles where rolname = any ($1)) as known',
    [ROLES],
  )
  const { me, known } = rows[0] as { me: string; known: string[] }
  const statements = ROLES.flatMap((role) => [
    ...(known.includes(role) ? [] : [`CREATE ROLE ${role} NOLOGIN;`]),
    `GRANT ${role} TO ${me};`,
  ])
  return new RoleError(
    `The database user ${me} may not set up the shop's roles. Let an administrator of the server run, once: ` +
      statements.join(' '),
    { cause },
  )
}
