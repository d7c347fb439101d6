import { open, stat, truncate } from 'node:fs/promises'
import type { Cluster } from './cluster'
import { exists } from './files'

const mostBytes = 10 * 1024 * 1024
const tailBytes = 4096

/** Where the log ends now; begins it anew when it has grown too long. */
export const markLog = async ({ logFile }: Cluster): Promise<number> => {
  if (!(await exists(logFile))) return 0
  const { size } = await stat(logFile)
  if (size <= mostBytes) return size
  await truncate(logFile)
  return 0
}

/** What is wrong, in one line, according to a piece of the log. */
export const gist = (text: string): string =>
  text.match(/(?:FATAL|PANIC):\s+(.+)/)?.[1] ?? text.trim().split('\n').at(-1) ?? ''

/** The end of what was logged since the mark. */
export const logSince = async ({ logFile }: Cluster, mark: number): Promise<string> => {
  const file = await open(logFile, 'r')
  try {
    const { size } = await file.stat()
    const start = Math.max(mark, size - tailBytes)
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(Math.max(0, size - start)),
      position: start,
    })
    return buffer.toString('utf8', 0, bytesRead).trim()
  } finally {
    await file.close()
  }
}
