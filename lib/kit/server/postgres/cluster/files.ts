import { randomUUID } from 'node:crypto'
import { access, chown, link, readFile, rm, writeFile } from 'node:fs/promises'
import type { RunAs } from './os-user'

/** Whether the path exists. Unlike `existsSync` it does not take "not allowed to look" for a no. */
export const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path)
    return true
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false
    throw error
  }
}

/** The file's text, or undefined when there is no such file. */
export const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/**
 * Writes a file that only its owner can read, unless there is one: a hard link appears whole or not at all, and only for the
 * first of several processes. `prepare` gets the file before anybody can find it.
 */
export const writeOnce = async (
  path: string,
  text: string,
  prepare: (draft: string) => Promise<void> = async () => {},
): Promise<void> => {
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, text, { mode: 0o600 })
    await prepare(draft)
    await link(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** Hands a file over to the user Postgres runs as. */
export const give = async (path: string, { user }: RunAs): Promise<void> => {
  if (user) await chown(path, user.uid, user.gid)
}

export const isCode = (error: unknown, ...codes: string[]): boolean => {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
