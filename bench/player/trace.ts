import type { Browser } from 'playwright'

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata']

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** In microseconds, as `dur` is. */
  readonly ts: number
  readonly dur?: number
  /** Of `dur`, what the thread ran. */
  readonly tdur?: number
  readonly args: { readonly name?: string; readonly data?: { readonly type?: string } }
}

/** What the page's main thread did between two moves of the hand, in milliseconds. */
export interface Step {
  readonly work: number
  /** Of it, without waiting for others who use the processor. */
  readonly cpu: number
  /** The longest task in it. */
  readonly longest: number
  /** Time in scripts, in styles and layout, in painting, in collecting garbage. */
  readonly parts: Readonly<Record<Part, number>>
}

export const parts = ['script', 'layout', 'paint', 'garbage'] as const
export type Part = (typeof parts)[number]

const partOf: Record<string, Part> = {
  FunctionCall: 'script',
  EvaluateScript: 'script',
  RunMicrotasks: 'script',
  UpdateLayoutTree: 'layout',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  MinorGC: 'garbage',
  MajorGC: 'garbage',
}

/** Traces while the hand moves; a step for each `pointermove` that the page was told of. */
export const traceMoves = async (browser: Browser, move: () => Promise<void>): Promise<Step[]> => {
  await browser.startTracing(undefined, { categories })
  await move()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[]
  }
  return stepsOf(traceEvents)
}

const isMove = ({ name, args }: TraceEvent): boolean =>
  name === 'EventDispatch' && args.data?.type === 'pointermove'

const stepsOf = (events: readonly TraceEvent[]): Step[] => {
  const first = events.find(isMove)
  if (!first) throw new Error('The page was told of no move')
  const ofThread = events
    .filter(({ pid, tid, ph }) => pid === first.pid && tid === first.tid && ph === 'X')
    .sort((a, b) => a.ts - b.ts)
  const tasks = ofThread.filter(({ name }) => name === 'RunTask')
  const begins = ofThread.filter(isMove).map((event) => taskOf(tasks, event))
  return begins.slice(0, -1).map((begin, nth) => stepOf(ofThread, begin, begins[nth + 1] ?? begin))
}

const taskOf = (tasks: readonly TraceEvent[], { ts }: TraceEvent): number =>
  tasks.findLast((task) => task.ts <= ts && ts <= task.ts + (task.dur ?? 0))?.ts ?? ts

const stepOf = (events: readonly TraceEvent[], from: number, to: number): Step => {
  const within = events.filter(({ ts }) => ts >= from && ts < to)
  const tasks = within.filter(({ name }) => name === 'RunTask')
  const found = { script: 0, layout: 0, paint: 0, garbage: 0 }
  for (const { part, dur } of outermost(within)) found[part] += dur / 1_000
  return {
    work: sum(tasks.map(({ dur = 0 }) => dur / 1_000)),
    cpu: sum(tasks.map(({ tdur = 0 }) => tdur / 1_000)),
    longest: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1_000)),
    parts: found,
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0)

/** A layout that a script asks for is the script's. */
const outermost = (events: readonly TraceEvent[]): { readonly part: Part; readonly dur: number }[] => {
  let end = 0
  return events.flatMap(({ name, ts, dur = 0 }) => {
    const part = partOf[name]
    if (!part || ts < end) return []
    end = ts + dur
    return [{ part, dur }]
  })
}
