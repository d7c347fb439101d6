import { access, chown, readFile } from 'node:fs/promises'
import type { RunAs } from './run-as'

/** Whether the path exists. Unlike `existsSync` it does not take "not allowed to look" for a no. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (isCode(error, 'ENOENT')) return false
    throw error
  }
}

/** The file's text, or undefined when there is no such file. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Hands a file over to the user Postgres runs as. */
export async function give(path: string, { user }: RunAs): Promise<void> {
  if (user) await chown(path, user.uid, user.gid)
}

export function isCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
