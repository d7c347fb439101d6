import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from '../sql'
import { fingerprintOf } from './derive-key'
import { keepSecretFile, readSecretFile } from './secret-file'
import { keepSetting, readSetting } from './settings'

/** This node hasn't the master key that the database's data keys are wrapped with, or keeps it badly. The message says what to do. */
export class MasterKeyError extends Error {
  override name = 'MasterKeyError'
}

export interface MasterKeySources {
  /** From the environment; it wins. */
  readonly masterKey: Buffer | undefined
  /** Where the file `master-key` stands. */
  readonly dataDir: string
}

const masterKeyBytes = 32
const fingerprintKey = 'master-key-fingerprint'
const fileIn = (dataDir: string): string => join(dataDir, 'master-key')

/** Who else than its owner may do something with a file. */
const others = 0o077

/** 32 bytes as hex or base64 (also base64url); undefined for anything else. */
export const parseMasterKey = (text: string): Buffer | undefined => {
  const isHex = /^[0-9a-f]{64}$/i.test(text)
  if (!isHex && !/^[\w+/-]{43}=?$/.test(text)) return undefined
  const key = Buffer.from(text, isHex ? 'hex' : 'base64')
  return key.length === masterKeyBytes ? key : undefined
}

/**
 * What people's keys are wrapped with: from the environment, else from a file in the data folder, where a new one is put at the
 * first start. The migrated database knows its fingerprint.
 * @throws MasterKeyError where the database knows another one, or where others may read the file
 */
export const findMasterKey = async (sql: Sql, sources: MasterKeySources): Promise<Buffer> => {
  const found = sources.masterKey ?? (await readKeyFile(fileIn(sources.dataDir)))
  const isKnown = (await readSetting(sql, fingerprintKey)) !== undefined
  const key = found ?? (isKnown ? undefined : await makeKeyFile(fileIn(sources.dataDir)))
  if (key && (await recordMasterKey(sql, key))) return key
  throw new MasterKeyError(explain(sources, key))
}

/** Says in the migrated database which master key it is sealed with, the first time. Answers whether it is this one. */
export const recordMasterKey = async (sql: Sql, key: Buffer): Promise<boolean> => {
  const fingerprint = fingerprintOf(key.toString('base64url'))
  return (await keepSetting(sql, fingerprintKey, fingerprint)) === fingerprint
}

const explain = ({ masterKey, dataDir }: MasterKeySources, found: Buffer | undefined): string => {
  const own = masterKey ? 'MASTER_KEY' : found ? `the file ${fileIn(dataDir)}` : undefined
  return (
    `${own ? `${own} is not the master key` : 'There is no master key here, and one'} that personal data in this database is sealed ` +
    `with. Set MASTER_KEY to that key, or put the file "master-key" of the node that has it into ${dataDir}. ` +
    'Where it is lost, so is what was sealed with it.'
  )
}

const makeKeyFile = async (path: string): Promise<Buffer> => {
  await keepSecretFile(path, randomBytes(masterKeyBytes).toString('base64url'))
  return (await readKeyFile(path)) as Buffer
}

const readKeyFile = async (path: string): Promise<Buffer | undefined> => {
  const text = await readSecretFile(path)
  if (text === undefined) return undefined
  await refuseIfOpen(path)
  const key = parseMasterKey(text)
  if (!key) throw new MasterKeyError(`The file ${path} is to hold a master key: 32 bytes as hex or base64.`)
  return key
}

/** Windows knows no such modes. */
const refuseIfOpen = async (path: string): Promise<void> => {
  if (process.platform === 'win32' || ((await stat(path)).mode & others) === 0) return
  throw new MasterKeyError(
    `Others may read the master key in ${path}. Keep it to its owner: chmod 600 ${path}`,
  )
}
