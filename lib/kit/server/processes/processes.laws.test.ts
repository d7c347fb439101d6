import fc from 'fast-check'
import { expect, it } from 'vitest'
import { causedBy } from '../../events/cause'
import type { RecordedEvent } from '../../events/recorded-event'
import { createHistoryCheck } from '../../processes/check-history'
import { binding, bindingEvents, bindingStream, bindingTypes } from '../../testing/binding/binding'
import { handlerOver } from '../../testing/handler'
import { newEvent, notebookClosed, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebookStream } from '../../testing/notebook/notebook'
import { createHandle } from '../commands/handle'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { createInstances } from './instances'
import { createPerformer } from './performer'
import { isRequest, type RequestRef, refOf } from './requests'

/** What may befall a process: it is given what comes next, or again what it was given; somebody does what it asks for; somebody ends before. */
type Step =
  | { readonly type: 'next' }
  | { readonly type: 'again'; readonly nth: number }
  | { readonly type: 'perform'; readonly nth: number }
  | { readonly type: 'crash'; readonly nth: number }
  | { readonly type: 'newNode' }

const nth = fc.nat({ max: 20 })
const steps = fc.array(
  fc.oneof<fc.Arbitrary<Step>[]>(
    fc.constant({ type: 'next' }),
    fc.record({ type: fc.constant('again'), nth }),
    fc.record({ type: fc.constant('perform'), nth }),
    fc.record({ type: fc.constant('crash'), nth }),
    fc.constant({ type: 'newNode' }),
  ),
  { maxLength: 40 },
)
const notes = fc.array(fc.constantFrom('tea', 'milk'), { maxLength: 4 })

const actorOf = () => ({ kind: 'process', id: 'binding' })

/** A process that runs on one node after another, over a log that outlives them. */
const openWorld = async (written: readonly NotebookEvent[]) => {
  const store = createMemoryStore(bindingEvents)
  await store.append({
    stream: notebookStream('a'),
    expectedVersion: 0,
    events: written.map((event) => newEvent(event)),
  })
  const inputs = await store.readStream(notebookStream('a'))
  /** What was done outside, by the id under which it was asked for. */
  const done = new Map<string, number>()

  const startNode = () => {
    const handler = handlerOver(store, bindingEvents)
    const handle = createHandle(handler)
    const instances = createInstances({
      handle,
      aggregates: handler.aggregates,
      types: [binding],
      actorOf,
      onAppended: () => undefined,
    })
    const run = async ({ id }: { readonly id: string }) => {
      done.set(id, (done.get(id) ?? 0) + 1)
      return { done: true }
    }
    const effects = { cutting: { run }, binding: { run } }
    const perform = (crashes: boolean) =>
      createPerformer({
        instances: crashes
          ? { ...instances, take: () => Promise.reject(new Error('It crashed')) }
          : instances,
        handle,
        types: bindingTypes,
        effects,
        actorOf,
        now: handler.now,
      })
    return {
      take: (event: RecordedEvent) =>
        instances.take(bindingStream('a'), { type: 'TakeEvent', event }, causedBy(event)),
      perform: perform(false),
      performAndCrash: perform(true),
    }
  }
  return { store, inputs, done, startNode }
}

const stepsToTheEnd = 3
const signal = new AbortController().signal

const requestsIn = async (store: EventStore): Promise<readonly RequestRef[]> =>
  (await store.readStream(bindingStream('a')))
    .filter(isRequest)
    .filter(({ type }) => type !== 'TimerSet')
    .map(refOf)

it('whatever crashes and is given again, each input is taken once, each effect is one by its id, and all ends alike', async () => {
  await fc.assert(
    fc.asyncProperty(notes, steps, async (noteIds, befalling) => {
      const world = await openWorld([
        notebookOpened(),
        ...noteIds.map((noteId) => noteWritten(noteId)),
        notebookClosed('full', 3),
      ])
      const { store, inputs, done } = world
      let node = world.startNode()
      let given = 0
      for (const step of befalling) {
        const requests = await requestsIn(store)
        const request = 'nth' in step ? requests[step.nth % (requests.length || 1)] : undefined
        if (step.type === 'newNode') node = world.startNode()
        else if (step.type === 'next' && inputs[given]) await node.take(inputs[given++] as RecordedEvent)
        else if (step.type === 'again' && given > 0)
          await node.take(inputs[step.nth % given] as RecordedEvent)
        else if (step.type === 'perform' && request) await node.perform(request, signal)
        else if (step.type === 'crash' && request)
          await node.performAndCrash(request, signal).catch(() => undefined)
      }
      for (const input of inputs) await node.take(input)
      for (let round = 0; round < stepsToTheEnd; round++) {
        for (const request of await requestsIn(store)) await node.perform(request, signal)
      }

      const stream = await store.readStream(bindingStream('a'))
      const takenInputs = stream.filter(({ type }) => type === 'InputTaken')
      expect(takenInputs.map(({ data }) => (data as { position: number }).position)).toEqual(
        inputs.map(({ position }) => position),
      )
      const requested = stream.filter(({ type }) => type === 'EffectRequested')
      expect(new Set(done.keys())).toEqual(new Set(requested.map(({ data }) => (data as { id: string }).id)))
      expect(requested).toHaveLength(2)
      const own = stream.filter(({ type }) => Object.hasOwn(binding.process.eventTypes, type))
      expect(own.map(({ type }) => type)).toEqual(['BindingBegun', 'NotebookBound'])
      expect(await store.readStream({ type: 'shelf', id: 'bound' })).toHaveLength(1)

      const check = createHistoryCheck(binding)
      for (const event of await store.readAll({ limit: 1_000 })) expect(check.next(event)).toBeUndefined()
      expect(check.end()).toBeUndefined()
      expect(check.counts()).toEqual({ instances: 1, inputs: inputs.length + 3 })
    }),
  )
})
