import { SingleBar } from 'cli-progress'

export interface Progress {
  /** How far it is, and how many events that were so far. */
  readonly update: (value: number, events: number) => void
  readonly stop: () => void
}

const plainLineEveryMs = 5_000

/** Shows on stderr how far something is, how fast it goes and how long it may take; a line now and then elsewhere than at a terminal. */
export const showProgress = (title: string, total: number): Progress => {
  const started = performance.now()
  const figures = '{percentage}%  {events} events  {rate}/s  {left} left'
  const bar = new SingleBar({
    format: process.stderr.isTTY ? `${title}  {bar}  ${figures}` : `${title}  ${figures}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    gracefulExit: false,
    noTTYOutput: true,
    notTTYSchedule: plainLineEveryMs,
  })
  const payload = (value: number, events: number) => {
    const seconds = (performance.now() - started) / 1000
    const left = value > 0 ? Math.ceil((seconds * (total - value)) / value) : undefined
    return {
      events: events.toLocaleString('en'),
      rate: Math.round(events / Math.max(seconds, 0.001)).toLocaleString('en'),
      left: left === undefined ? '?' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`,
    }
  }
  bar.start(total, 0, payload(0, 0))
  return {
    update: (value, events) => bar.update(value, payload(value, events)),
    stop: () => bar.stop(),
  }
}
