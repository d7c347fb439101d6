import { APIError } from 'better-auth/api'
import type { PrismaClient } from '../generated/prisma/client'

interface Person {
  readonly isDeactivated?: boolean | null | undefined
}

/** The gate for who is somebody here at all, by session or key: who is deactivated isn't. */
export const isLetIn = ({ isDeactivated }: Person): boolean => isDeactivated !== true

const newGuests = '/sign-in/anonymous'

/** Lets nobody who is deactivated begin a session, and says so; by then they have shown that the account is theirs. */
export const refuseDeactivated =
  (prisma: Pick<PrismaClient, 'user'>) =>
  async (session: { readonly userId: string }, asked: { readonly path?: string } | null): Promise<void> => {
    if (asked?.path === newGuests) return
    const person = await prisma.user.findUnique({
      where: { id: session.userId },
      select: { isDeactivated: true },
    })
    if (person && !isLetIn(person)) {
      throw new APIError('FORBIDDEN', {
        code: 'CUSTOMER_DEACTIVATED',
        message: 'This account was deactivated. Write to the shop if that is a mistake.',
      })
    }
  }
