import type { Process } from '../../processes/process'
import type { ProcessAnswer, ProcessRequest, TimerCancelled } from '../../processes/process-events'

/** Inputs of a process that could not be taken, and those of the same instance that came after them. */
export const inputQueue = ({ streamType }: Pick<Process, 'streamType'>): string => `process/${streamType}`

export const timerQueue = 'process timers'
export const commandQueue = 'process commands'
/** Each kind of effect has a queue of its own, so that none waits for another. */
export const effectQueue = (kind: string): string => `process effects/${kind}`

/** Where what a process asks for waits to be done, and is taken out of again. */
export const queueOf = ({ type, data }: ProcessRequest | ProcessAnswer | TimerCancelled): string => {
  switch (type) {
    case 'TimerSet':
    case 'TimerFired':
    case 'TimerCancelled':
      return timerQueue
    case 'CommandRequested':
    case 'CommandAnswered':
      return commandQueue
    case 'EffectRequested':
    case 'EffectDone':
      return effectQueue(data.kind)
  }
}
