import pg, { type Client, type PoolConfig } from 'pg'
import { isRaced, passwordOf, type Role, roles, roleUrl, tryLogin } from './role-login'
import { scramVerifier } from './scram'
import { withClient } from './with-client'

/** A role is not as the application needs it and we may not change that. The message says what an administrator has to do. @public */
export class RoleError extends Error {
  override name = 'RoleError'
}

interface RoleOptions {
  readonly secret: string
  /** The server is this application's alone: a password that another secret gave counts no more. */
  readonly mayResetPasswords: boolean
}

const attempts = 5
const insufficientPrivilege = '42501'

/**
 * Makes sure that the roles exist, can log in with the passwords that follow from the secret, and may do nothing but what they are
 * granted. The owner is made a member of both, so that it can give them what is theirs. Call it before `migrate`.
 * @throws RoleError
 */
export const ensureRoles = async (ownerUrl: string, options: RoleOptions): Promise<void> => {
  await withClient(ownerUrl, async (owner) => {
    for (const role of roles) {
      await ensureRole(owner, role, options)
      await ensureLogin(owner, ownerUrl, role, options)
    }
  })
}

/** How the app connects: by a login of its own, from which no statement leads to another's rights. */
export const appConnection = (ownerUrl: string, secret: string): PoolConfig => ({
  connectionString: roleUrl('hindsight_app', ownerUrl, secret),
})

/** The same for who moves streams to cold storage and back. */
export const maintenanceConnection = (ownerUrl: string, secret: string): PoolConfig => ({
  connectionString: roleUrl('hindsight_maintenance', ownerUrl, secret),
})

const ensureRole = async (owner: Client, role: Role, { secret }: RoleOptions): Promise<void> => {
  for (let attempt = 1; !(await mayActAs(owner, role)); attempt++) {
    if (attempt > attempts) throw await explain(owner, secret)
    await asOwner(owner, secret, async () => {
      const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
      if (!rowCount) await owner.query(creation(role, secret))
      await owner.query(`grant ${role} to current_user`)
    })
  }
  const excess = await excessOf(owner, role)
  if (excess)
    throw new RoleError(`The role ${role} has more rights than the application lets it have: ${excess}`)
}

const ensureLogin = async (
  owner: Client,
  ownerUrl: string,
  role: Role,
  options: RoleOptions,
): Promise<void> => {
  const { secret, mayResetPasswords } = options
  for (let attempt = 1; attempt <= attempts; attempt++) {
    // Asked first: another node may let it log in between the two.
    const isToBeSet = mayResetPasswords || !(await canLogIn(owner, role))
    if (await tryLogin(role, ownerUrl, secret)) return
    if (!isToBeSet) break
    await asOwner(owner, secret, async () => {
      await owner.query(login(role, secret))
    })
  }
  throw new RoleError(
    `The role ${role} can't log in with the password that this application's secret gives it. Another application on this server may use it: ` +
      `give both the same AUTH_SECRET. Else let an administrator run: ${login(role, secret)}`,
  )
}

const canLogIn = async (owner: Client, role: Role): Promise<boolean> => {
  const { rows } = await owner.query('select rolcanlogin from pg_roles where rolname = $1', [role])
  return rows[0].rolcanlogin
}

const creation = (role: Role, secret: string): string =>
  `CREATE ROLE ${role} LOGIN PASSWORD '${scramVerifier(passwordOf(role, secret))}';`

const login = (role: Role, secret: string): string =>
  `ALTER ROLE ${role} LOGIN PASSWORD '${scramVerifier(passwordOf(role, secret))}';`

/** What lets a role do more than it was granted, for a person to read; undefined when nothing does. */
const excessOf = async (owner: Client, role: Role): Promise<string | undefined> => {
  const { rows } = await owner.query(
    `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as has_attributes,
            array(select roleid::regrole::text from pg_auth_members where member = pg_roles.oid) as memberships
     from pg_roles where rolname = $1`,
    [role],
  )
  const { has_attributes: hasAttributes, memberships } = rows[0]
  const statements = [
    ...(hasAttributes
      ? [`ALTER ROLE ${role} NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS;`]
      : []),
    ...memberships.map((other: string) => `REVOKE ${other} FROM ${role};`),
  ]
  return statements.length > 0 ? `let an administrator of the server run ${statements.join(' ')}` : undefined
}

const mayActAs = async (client: Client, role: Role): Promise<boolean> => {
  const { rows } = await client.query(
    `select pg_has_role(oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may
     from pg_roles where rolname = $1`,
    [role],
  )
  return rows[0]?.may ?? false
}

/** Does what only some owners may; who may not learns what to ask for, and who was raced comes again. */
const asOwner = async (owner: Client, secret: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    const isForbidden = error instanceof pg.DatabaseError && error.code === insufficientPrivilege
    if (isForbidden) throw await explain(owner, secret, error)
    if (!isRaced(error)) throw error
  }
}

const explain = async (client: Client, secret: string, cause?: unknown): Promise<RoleError> => {
  const { rows } = await client.query(
    'select quote_ident(current_user) as me, array(select rolname::text from pg_roles where rolname = any ($1)) as known',
    [roles],
  )
  const { me, known } = rows[0] as { me: string; known: string[] }
  const statements = roles.flatMap((role) => [
    (known.includes(role) ? login : creation)(role, secret),
    `GRANT ${role} TO ${me};`,
  ])
  return new RoleError(
    `The database user ${me} may not set up the application's roles. Let an administrator of the server run, once: ` +
      statements.join(' '),
    { cause },
  )
}
