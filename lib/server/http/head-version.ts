import type { PrismaClient } from '../generated/prisma/client'
import type { StreamName } from '../store/event-store'

/** How far a stream has come; 0 when it isn't there. */
export const headVersion = async (
  prisma: Pick<PrismaClient, 'event'>,
  { type, id }: StreamName,
): Promise<number> => {
  const head = await prisma.event.findFirst({
    where: { streamType: type, streamId: id },
    select: { version: true },
    orderBy: { version: 'desc' },
  })
  return head?.version ?? 0
}
