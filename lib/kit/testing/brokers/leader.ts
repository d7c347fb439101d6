import { eventually } from '../eventually'
import type { Broker } from './broker'
import { askNats } from './nats'

/** The member of a cluster that leads a stream, once there is one. */
export const leaderOf = (cluster: readonly Broker[], stream: string): Promise<Broker> =>
  eventually(async () => {
    const urls = cluster.map(({ url }) => url)
    const info = await askNats(urls, (manager) => manager.streams.info(stream))
    const leader = cluster[Number(info.cluster?.leader?.slice(1)) - 1]
    if (!leader) throw new Error('Nobody leads yet')
    return leader
  })
