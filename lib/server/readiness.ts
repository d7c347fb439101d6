import type { PrismaClient } from './generated/prisma/client'

export interface Readiness {
  /** Can commands be handled now? */
  readonly check: () => Promise<{ ready: true } | { ready: false; reason: string }>
  /** From now on the answer is no: the server is on its way out. */
  readonly leave: () => void
}

const timeoutMs = 2_000

/** Ready while the database answers, and writes, and the server isn't stopping. */
export const createReadiness = (prisma: PrismaClient): Readiness => {
  let leaving = false
  return {
    leave: () => {
      leaving = true
    },
    check: async () => {
      if (leaving) return { ready: false, reason: 'The server is stopping' }
      const timeout = new Promise<never>((_, reject) =>
        setTimeout(() => reject(new Error('no answer in time')), timeoutMs).unref(),
      )
      try {
        const [row] = await Promise.race([
          prisma.$queryRaw<{ readonly: boolean }[]>`SELECT pg_is_in_recovery() AS readonly`,
          timeout,
        ])
        return row?.readonly ? { ready: false, reason: 'The database takes no writes' } : { ready: true }
      } catch {
        return { ready: false, reason: 'The database does not answer' }
      }
    },
  }
}
