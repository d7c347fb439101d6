import type { Joined } from './joined'
import { freePort, lastPort } from './port'
import { startOn } from './start-on'

const portAttempts = 5

/** Starts Postgres, if it can be on the port it had last. Answers undefined when it is up, else what it had to say. */
export const launch = async (
  place: Pick<Joined, 'cluster' | 'binaries' | 'runAs'>,
): Promise<string | undefined> => {
  let port = (await lastPort(place.cluster)) ?? (await freePort())
  for (let attempt = 1; ; attempt++) {
    const start = await startOn(port, place)
    if (start.type === 'up') return undefined
    if (start.type === 'down' || attempt === portAttempts) return start.reason
    port = await freePort()
  }
}
