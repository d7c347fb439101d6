import { type ClientPlan, startClient } from './clients'
import { openConnection } from './connection'
import { createTally, type Tallied } from './tally'

/** What the load is made of: a JSON argument of its process. */
export interface LoadPlan {
  readonly url: string
  readonly clients: readonly ClientPlan[]
  readonly warmUpMs: number
  /** At least; longer where a server needs more to answer each client once. */
  readonly measuredMs: number
}

/** What the process tells its parent. */
export type LoadMessage =
  | { readonly type: 'from' | 'until' }
  | {
      readonly type: 'done'
      readonly tallied: Tallied
      /** All that was answered, warm-up and what came after too. */
      readonly answered: number
      /** What this process used for it. */
      readonly cpuMs: number
    }

/** So long it goes on after what counts, so that those who look at the servers meanwhile see them at work. */
const afterMs = 300
const longestMs = 60_000
const pauseMs = 100

const { url, clients, warmUpMs, measuredMs }: LoadPlan = JSON.parse(process.argv[2] ?? '')
const tell = (message: LoadMessage) => process.send?.(message)

const connections = await Promise.all(clients.map(() => openConnection(url)))
const { host } = new URL(url)
const from = performance.now() + warmUpMs
const tally = createTally(from)
let until: number | undefined
setTimeout(() => tell({ type: 'from' }), warmUpMs)

/** When there is enough to tell something of, or no hope of it. */
const endWhenEnough = (): void => {
  const now = performance.now()
  if (tally.count() < clients.length && now < from + longestMs) {
    setTimeout(endWhenEnough, pauseMs)
    return
  }
  until = now
  tell({ type: 'until' })
}
setTimeout(endWhenEnough, warmUpMs + measuredMs)

let answered = 0
await Promise.all(
  connections.map(async (connection, nth) => {
    const client = startClient(host, clients[nth] as ClientPlan)
    for (let asked = performance.now(); until === undefined || asked < until + afterMs; ) {
      client.take(await connection.ask(client.next()))
      const now = performance.now()
      tally.add(asked, now)
      answered++
      asked = now
    }
    connection.close()
  }),
)
const { user, system } = process.cpuUsage()
tell({ type: 'done', tallied: tally.result(until ?? Number.NaN), answered, cpuMs: (user + system) / 1_000 })
process.disconnect()
