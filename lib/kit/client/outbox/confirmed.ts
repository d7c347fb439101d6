import { recentEvents } from '../../history/history'
import type { StreamLog } from '../stream-log/stream-log'

/** The ids of the commands that the log's last events came of. */
export const confirmedIn = ({ history }: StreamLog): ReadonlySet<string | null> =>
  new Set(recentEvents(history).events.map(({ metadata }) => metadata.commandId))
