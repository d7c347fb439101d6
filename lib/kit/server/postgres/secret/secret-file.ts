import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { readIfThere, writeOnce } from '../cluster/files'

/** The secret kept in a file; undefined where there is none. */
export const readSecretFile = async (path: string): Promise<string | undefined> =>
  (await readIfThere(path))?.trim() || undefined

/** Keeps a secret in a file, and answers what stands there: of several processes that begin at once, one writes and all get the same. */
export const keepSecretFile = async (path: string, secret: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true })
  await writeOnce(path, `${secret}\n`)
  const kept = await readSecretFile(path)
  if (!kept) throw new Error(`The file ${path} is to hold a secret, and is empty`)
  return kept
}
