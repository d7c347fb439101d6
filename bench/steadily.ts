import { setTimeout as sleep } from 'node:timers/promises'

/** Sends so many a second for so many seconds, however long each takes; what falls behind is made up for. */
export const sendSteadily = async (perSecond: number, seconds: number, send: () => void): Promise<void> => {
  const begun = performance.now()
  for (let nth = 0; nth < seconds * perSecond; ) {
    const due = Math.floor(((performance.now() - begun) / 1_000) * perSecond)
    for (; nth <= due; nth++) send()
    await sleep(1)
  }
}
