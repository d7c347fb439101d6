import { randomBytes, randomUUID } from 'node:crypto'
import type { PrismaClient } from '../generated/prisma/client'
import type { Auth } from './auth'

const operatorEmail = 'operator@hindsight.local'
const operatorLock = 4983204513

export interface NewOperator {
  readonly email: string
  readonly password: string
}

/** Makes the first operator, once, however many nodes start; undefined when there is staff already. */
export const ensureOperator = async (auth: Auth, prisma: PrismaClient): Promise<NewOperator | undefined> => {
  if (await hasStaff(prisma)) return undefined
  const password = randomBytes(12).toString('base64url')
  const { password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  return prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${operatorLock})`
    if (await hasStaff(transaction)) return undefined
    const id = randomUUID()
    await transaction.user.create({
      data: { id, email: operatorEmail, name: 'Operator', emailVerified: true, role: 'staff' },
    })
    await transaction.account.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: 'credential', password: hash },
    })
    return { email: operatorEmail, password }
  })
}

/** Staff who can sign in; a key's user can't. */
const hasStaff = async (prisma: Pick<PrismaClient, 'user'>): Promise<boolean> =>
  (await prisma.user.count({ where: { role: 'staff', accounts: { some: {} } } })) > 0
