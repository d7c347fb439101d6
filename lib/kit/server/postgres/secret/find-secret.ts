import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Sql } from '../sql'
import { fingerprintOf } from './derive-key'
import { keepSecretFile, readSecretFile } from './secret-file'
import { readStoredSecret } from './stored-secret'

/** This node hasn't the secret that the database was opened with. The message says what to do. */
export class SecretError extends Error {
  override name = 'SecretError'
}

export interface SecretSources {
  /** From the environment; it wins. */
  readonly authSecret: string | undefined
  /** Where the file `secret` stands. */
  readonly dataDir: string
}

const secretBytes = 32
const fileIn = (dataDir: string): string => join(dataDir, 'secret')

/**
 * The application's secret: from the environment, else from a file in the data folder, where a new one is put at the first start. It never
 * stands in the database; one that an older version left there moves into the file.
 * @throws SecretError where the database knows another one by its fingerprint.
 */
export const findSecret = async (sql: Sql, sources: SecretSources): Promise<string> => {
  const stored = await readStoredSecret(sql)
  const secret = await ownSecret(sources, stored)
  if (stored.fingerprint && (!secret || fingerprintOf(secret) !== stored.fingerprint)) {
    throw new SecretError(explainSecret(sources, secret))
  }
  if (sources.authSecret !== undefined) return sources.authSecret
  return keepSecretFile(fileIn(sources.dataDir), secret ?? randomBytes(secretBytes).toString('base64url'))
}

/** This node's secret, whichever the database knows; a new one where it has none. */
export const secretOfNode = async (sources: SecretSources): Promise<string> =>
  sources.authSecret ??
  (await keepSecretFile(fileIn(sources.dataDir), randomBytes(secretBytes).toString('base64url')))

const ownSecret = async (
  { authSecret, dataDir }: SecretSources,
  stored: { readonly secret: string | undefined },
): Promise<string | undefined> => authSecret ?? (await readSecretFile(fileIn(dataDir))) ?? stored.secret

/** Why a node with this secret, or none, may not open the database, and what to do. */
export const explainSecret = ({ authSecret, dataDir }: SecretSources, found: string | undefined): string => {
  const own = authSecret !== undefined ? 'AUTH_SECRET' : found ? `the file ${fileIn(dataDir)}` : undefined
  return (
    `${own ? `${own} is not the secret` : 'There is no secret here, and one'} that this database was opened with. ` +
    `Set AUTH_SECRET to that secret, or put the file "secret" of the node that has it into ${dataDir}. ` +
    'Where it is lost, or is to be another from now on: stop all nodes, then run "npm run secret:replace" here. Everybody is signed out by that.'
  )
}
