import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** The secret kept in a file; undefined where there is none. */
export const readSecretFile = async (path: string): Promise<string | undefined> => {
  try {
    return (await readFile(path, 'utf8')).trim() || undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Keeps a secret in a file that only its owner can read, and answers what stands there: of several processes that
 * begin at once, one writes and all get the same. A hard link appears whole or not at all.
 */
export const keepSecretFile = async (path: string, secret: string): Promise<string> => {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, `${secret}\n`, { mode: 0o600 })
    await link(draft, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
  const kept = await readSecretFile(path)
  if (!kept) throw new Error(`The file ${path} is to hold the shop's secret, and is empty`)
  return kept
}
