import { randomBytes } from 'node:crypto'
import type { PrismaClient } from '../generated/prisma/client'

const key = 'auth-secret'

/** The secret that signs sessions: made once, kept in the database, so that all nodes share it. */
export const sharedSecret = async (prisma: PrismaClient): Promise<string> => {
  await prisma.setting.createMany({
    data: { key, value: randomBytes(32).toString('base64url') },
    skipDuplicates: true,
  })
  return (await prisma.setting.findUniqueOrThrow({ where: { key } })).value
}
