import * as z from 'zod'
import type { StreamName } from '../../events/stream-name'
import type { Process, ProcessInput } from '../../processes/process'
import { processType } from '../../processes/process-type'
import {
  cancelTimer,
  momentAfter,
  type Reaction,
  runEffect,
  sendCommand,
  setTimer,
} from '../../processes/reactions'
import { registryOf } from '../../streams/stored-stream-type'
import { storedStreamTypes } from '../../streams/stored-stream-types'
import type { NotebookClosed, NotebookOpened, NoteWritten } from '../notebook/events'
import { notebook } from '../notebook/notebook'
import { shelf, shelfStream } from '../notebook/shelf'

export interface BindingBegun {
  readonly type: 'BindingBegun'
  readonly data: { readonly lines: number }
}

/** Nothing was written for an hour. */
export interface NotebookRested {
  readonly type: 'NotebookRested'
  readonly data: { readonly since: string }
}

export interface NotebookBound {
  readonly type: 'NotebookBound'
  readonly data: { readonly sheets: number }
}

export interface BindingFailed {
  readonly type: 'BindingFailed'
  readonly data: { readonly why: string }
}

export type BindingEvent = BindingBegun | NotebookRested | NotebookBound | BindingFailed

export interface BindingState {
  readonly status: 'open' | 'binding' | 'bound' | 'failed'
  readonly lines: number
  readonly rests: number
}

export const hour = 3_600_000

type LogEvent = NotebookOpened | NoteWritten | NotebookClosed

const react = (
  input: ProcessInput<LogEvent>,
  { lines, status }: BindingState,
): readonly Reaction<BindingEvent>[] => {
  switch (input.type) {
    case 'NotebookOpened':
    case 'NoteWritten':
      return status === 'open' ? [setTimer('rest', momentAfter(input.occurredAt, hour))] : []
    case 'TimerFired':
      return [{ type: 'NotebookRested', data: { since: momentAfter(input.data.dueAt, -hour) } }]
    case 'NotebookClosed':
      if (status !== 'open') return []
      return [
        { type: 'BindingBegun', data: { lines: input.data.lines } },
        cancelTimer('rest'),
        runEffect('sheets', 'cutting', { sheets: input.data.lines }),
      ]
    case 'EffectDone':
      if (input.data.name === 'bound') return [{ type: 'NotebookBound', data: { sheets: lines } }]
      return [sendCommand('label', labelled, { type: 'LabelShelf', label: `${lines} lines` } as never)]
    case 'CommandAnswered':
      return input.data.answer.type === 'accepted'
        ? [runEffect('bound', 'binding', { sheets: lines })]
        : [{ type: 'BindingFailed', data: { why: input.data.answer.rejection.type } }]
  }
}

/** The shelf that all bound notebooks go to. */
const labelled: StreamName = shelfStream('bound')

const streamType = 'binding'
const version = { streamType, schemaVersion: 1 } as const

/** The process of the kit's own tests: a notebook that is closed has its sheets cut, a shelf labelled, and is bound; one that rests is noticed. */
export const bindingProcess: Process<BindingState, BindingEvent, LogEvent> = {
  streamType,
  startFrom: 'beginning',
  inputs: ['NotebookOpened', 'NoteWritten', 'NotebookClosed'],
  instanceOf: ({ streamId }) => streamId,
  initial: () => ({ status: 'open', lines: 0, rests: 0 }),
  evolve: (state, event) => {
    switch (event.type) {
      case 'BindingBegun':
        return { ...state, status: 'binding', lines: event.data.lines }
      case 'NotebookRested':
        return { ...state, rests: state.rests + 1 }
      case 'NotebookBound':
        return { ...state, status: 'bound' }
      case 'BindingFailed':
        return { ...state, status: 'failed' }
    }
  },
  react,
  eventTypes: {
    BindingBegun: { ...version, data: z.object({ lines: z.int() }) },
    NotebookRested: { ...version, data: z.object({ since: z.string() }) },
    NotebookBound: { ...version, data: z.object({ sheets: z.int() }) },
    BindingFailed: { ...version, data: z.object({ why: z.string() }) },
  },
  endings: ['NotebookBound', 'BindingFailed'],
  stateVersion: 1,
}

export const binding = processType(bindingProcess)

export const bindingTypes = storedStreamTypes([notebook, shelf, binding])
export const bindingEvents = registryOf(bindingTypes.all)

export const bindingStream = (notebookId: string): StreamName => ({ type: streamType, id: notebookId })
