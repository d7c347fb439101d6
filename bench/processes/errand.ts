import * as z from 'zod'
import type { Process } from '../../lib/kit/processes/process'
import { processType } from '../../lib/kit/processes/process-type'
import { runEffect, setTimer } from '../../lib/kit/processes/reactions'
import { streamType } from '../../lib/kit/streams/define-stream-type'

export interface ErrandAsked {
  readonly type: 'ErrandAsked'
  readonly data: { readonly steps: number; readonly dueAt?: string | undefined }
}

interface ErrandDone {
  readonly type: 'ErrandDone'
  readonly data: { readonly steps: number }
}

interface ErrandState {
  readonly steps: number
}

/** Where errands are asked for: an event each. */
export const request = streamType({
  streamType: 'request',
  initial: () => ({ version: 0 }),
  evolve: ({ version }: { readonly version: number }) => ({ version: version + 1 }),
  decide: () => ({ type: 'accepted', events: [] as ErrandAsked[] }),
  eventTypes: {
    ErrandAsked: {
      streamType: 'request',
      schemaVersion: 1,
      data: z.object({ steps: z.int(), dueAt: z.string().optional() }),
    },
  },
})

const process: Process<ErrandState, ErrandDone, ErrandAsked> = {
  streamType: 'errand',
  startFrom: 'beginning',
  inputs: ['ErrandAsked'],
  instanceOf: ({ streamId }) => streamId,
  initial: () => ({ steps: 3 }),
  evolve: (state) => state,
  react: (input, { steps }) => {
    if (input.type === 'ErrandAsked') {
      const { dueAt } = input.data
      return dueAt === undefined ? [runEffect('1', 'step', {})] : [setTimer('due', dueAt)]
    }
    if (input.type !== 'EffectDone') return []
    const done = Number(input.data.name)
    if (done < steps) return [runEffect(String(done + 1), 'step', {})]
    return [{ type: 'ErrandDone', data: { steps } }]
  },
  eventTypes: {
    ErrandDone: { streamType: 'errand', schemaVersion: 1, data: z.object({ steps: z.int() }) },
  },
  endings: ['ErrandDone'],
  stateVersion: 1,
}

/** Three steps, one after another, each of which is recorded before the next begins; or one timer. */
export const errand = processType(process)
