import { exhaustive } from '../../kernel/exhaustive'
import type { ScannedEvent } from '../../wire/scan'
import type { SearchableType } from '../../wire/searchable-type'
import type { FailedScan, FromWorker, ScanProgress, ToWorker } from './messages'
import type { readScan } from './read-scan'
import { createScan } from './scan'

interface Surroundings {
  readonly read: (...asked: Parameters<typeof readScan>) => Promise<FailedScan | undefined>
  readonly post: (message: FromWorker, transfer: ArrayBuffer[]) => void
  /** Does something once other messages had their turn. */
  readonly later: (work: () => void) => void
}

interface ScanHostOptions extends Surroundings {
  /** The types of streams that may be asked. */
  readonly types: readonly SearchableType[]
}

type Receive = (message: Exclude<ToWorker, { type: 'open' }>) => void

/** So many events are asked at once, some milliseconds' worth: then others have their turn. */
const slice = 8_192

/** Answers messages about one stream, which it reads by itself when it is told which. */
export const createScanHost = ({ types, ...surroundings }: ScanHostOptions) => {
  let receive: Receive | undefined
  return (message: ToWorker): void => {
    if (message.type !== 'open') {
      receive?.(message)
      return
    }
    const type = types.find(({ streamType }) => streamType === message.streamType)
    if (type) receive = openScan(type, message.address, surroundings)
    else surroundings.post({ type: 'progress', progress: unknownType }, [])
  }
}

const unknownType: ScanProgress = { type: 'failed', upTo: 0, failure: 'refused' }

const openScan = (type: SearchableType, address: string, { read, post, later }: Surroundings): Receive => {
  const scan = createScan(type)
  let isReading = false
  let isWorking = false
  let head = 0
  let waiting: ScannedEvent[] = []

  const tell = (progress: ScanProgress): void => post({ type: 'progress', progress }, [])

  const work = (): void => {
    const answer = scan.findMore(slice)
    isWorking = answer !== undefined
    if (!answer) return
    const { versions, times, types } = answer.found
    post({ type: 'found', ...answer }, [versions.buffer, times.buffer, types.buffer])
    later(work)
  }
  const workOn = (): void => {
    if (isWorking) return
    isWorking = true
    later(work)
  }

  const takeIn = (events: readonly ScannedEvent[]): void => {
    scan.take(events)
    tell({ type: 'reading', upTo: scan.upTo() })
    workOn()
  }

  const readOn = async (): Promise<void> => {
    if (isReading) return
    isReading = true
    tell({ type: 'reading', upTo: scan.upTo() })
    const before = scan.upTo()
    const failure = await read(`${address}?after=${before}`, takeIn)
    isReading = false
    const events = waiting
    waiting = []
    scan.take(events)
    const upTo = scan.upTo()
    workOn()
    if (failure) tell({ type: 'failed', upTo, failure })
    else if (upTo < head && upTo > before) await readOn()
    else tell({ type: 'read', upTo })
  }

  const follow = (to: number, events: readonly ScannedEvent[]): void => {
    head = Math.max(head, to)
    if (isReading) {
      waiting.push(...events)
      return
    }
    scan.take(events)
    // What was found comes first: who has the answers of what was read never looks for more.
    if (!isWorking) work()
    if (scan.upTo() < head) void readOn()
    else tell({ type: 'read', upTo: scan.upTo() })
  }

  void readOn()
  return (message) => {
    switch (message.type) {
      case 'ask':
        scan.ask(message.id, message.question)
        workOn()
        break
      case 'stop':
        scan.stop(message.id)
        break
      case 'follow':
        follow(message.head, message.events)
        break
      case 'retry':
        void readOn()
        break
      default:
        exhaustive(message)
    }
  }
}
