import { SingleBar } from 'cli-progress'

export interface Measured {
  /** Out of the total. */
  readonly value: number
  /** How much was done, in the unit that is shown. */
  readonly done: number
}

const everyMs = 100
const plainLineEveryMs = 5_000

/**
 * Shows on stderr how far something is, how fast it goes and how long it may yet take: a bar at a terminal,
 * a line now and then elsewhere. Ends with the returned function.
 */
export const showProgress = (
  title: string,
  total: number,
  measure: () => Measured,
  unit = 'events',
): (() => void) => {
  const started = performance.now()
  const figures = `{percentage}%  {done} ${unit}  {rate}/s  {left} left`
  const bar = new SingleBar({
    format: process.stderr.isTTY ? `${title}  {bar}  ${figures}` : `${title}  ${figures}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    gracefulExit: false,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: plainLineEveryMs,
  })
  const figuresOf = ({ value, done }: Measured) => {
    const seconds = (performance.now() - started) / 1000
    return {
      done: done.toLocaleString('en'),
      rate: Math.round(done / Math.max(seconds, 0.001)).toLocaleString('en'),
      left: value > 0 ? clock((seconds * (total - value)) / value) : '?',
    }
  }
  const update = () => {
    const measured = measure()
    bar.update(measured.value, figuresOf(measured))
  }
  bar.start(total, 0, figuresOf({ value: 0, done: 0 }))
  const timer = setInterval(update, everyMs)

  return () => {
    clearInterval(timer)
    update()
    bar.stop()
  }
}

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
