import { type ClientPlan, startClient } from './clients'
import { openConnection } from './connection'
import { createTally, type Tallied } from './tally'

/** What the load is made of: a JSON argument of its process. */
export interface LoadPlan {
  readonly url: string
  readonly clients: readonly ClientPlan[]
  readonly warmUpMs: number
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

const { url, clients, warmUpMs, measuredMs }: LoadPlan = JSON.parse(process.argv[2] ?? '')
const tell = (message: LoadMessage) => process.send?.(message)

const connections = await Promise.all(clients.map(() => openConnection(url)))
const { host } = new URL(url)
const from = performance.now() + warmUpMs
const until = from + measuredMs
setTimeout(() => tell({ type: 'from' }), warmUpMs)
setTimeout(() => tell({ type: 'until' }), warmUpMs + measuredMs)

const tally = createTally({ from, until })
let answered = 0
await Promise.all(
  connections.map(async (connection, nth) => {
    const client = startClient(host, clients[nth] as ClientPlan)
    for (let asked = performance.now(); asked < until + afterMs; ) {
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
tell({ type: 'done', tallied: tally.result(), answered, cpuMs: (user + system) / 1_000 })
process.disconnect()
