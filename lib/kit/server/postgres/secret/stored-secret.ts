import type { Sql } from '../sql'
import { fingerprintOf } from './derive-key'
import { keepSetting } from './settings'

const fingerprintKey = 'secret-fingerprint'
/** Where versions before this one kept the secret itself. */
const secretKey = 'auth-secret'

export interface StoredSecret {
  /** Of the secret the database was opened with first. */
  readonly fingerprint: string | undefined
  /** Only in a database from before. */
  readonly secret: string | undefined
}

/** What a database says of its application's secret; nothing before its first migration. */
export const readStoredSecret = async (sql: Sql): Promise<StoredSecret> => {
  const { rows: tables } = await sql.query("SELECT to_regclass('public.settings') AS settings")
  if (!tables[0].settings) return { fingerprint: undefined, secret: undefined }
  const { rows } = await sql.query<{ key: string; value: string }>('SELECT key, value FROM public.settings')
  const settings = new Map(rows.map(({ key, value }) => [key, value]))
  return { fingerprint: settings.get(fingerprintKey), secret: settings.get(secretKey) }
}

/** Says in the database which secret its application has, the first time, and takes the secret itself out of it. Answers what stands there. */
export const recordFingerprint = async (sql: Sql, secret: string): Promise<string | undefined> => {
  const kept = await keepSetting(sql, fingerprintKey, fingerprintOf(secret))
  await sql.query('DELETE FROM public.settings WHERE key = $1', [secretKey])
  return kept
}

/** Lets the database's application have another secret; what the old one had signed counts no more. */
export const replaceFingerprint = async (sql: Sql, secret: string): Promise<void> => {
  await sql.query('DELETE FROM public.settings WHERE key = ANY ($1)', [[fingerprintKey, secretKey]])
  await recordFingerprint(sql, secret)
  await sql.query('DELETE FROM public.auth_sessions')
  await sql.query('DELETE FROM public.snapshots')
}
