import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { ColdStorage } from './cold-storage'

/** A file for each key, under a folder that is made when it is needed. Keys are relative paths of safe names. */
export const createFolderStorage = (folder: string): ColdStorage => {
  const root = resolve(folder)
  const pathOf = (key: string): string => {
    if (!/^\w[\w.-]*(\/\w[\w.-]*)*$/.test(key)) throw new Error(`"${key}" is no key`)
    return join(root, key)
  }

  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      const made = await mkdir(dirname(path), { recursive: true })
      await replace(path, bytes)
      await syncUpTo(made ? dirname(made) : dirname(path), dirname(path))
    },
    get: async (key) => {
      try {
        return await readFile(pathOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    delete: (key) => rm(pathOf(key), { force: true }),
  }
}

const replace = async (path: string, bytes: Buffer): Promise<void> => {
  const draft = `${path}.${randomUUID()}.draft`
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** A name is durable when the folder it stands in is: all from the inner folder to an outer one. */
const syncUpTo = async (outer: string, inner: string): Promise<void> => {
  await sync(inner)
  if (inner !== outer) await syncUpTo(outer, dirname(inner))
}

const sync = async (path: string): Promise<void> => {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
