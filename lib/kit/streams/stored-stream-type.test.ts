import { expect, it } from 'vitest'
import { notebook } from '../testing/notebook/notebook'
import { shelf } from '../testing/notebook/shelf'
import { registryOf } from './stored-stream-type'

it('the registry of several types knows the events of all of them, and those that are written no more', () => {
  const { eventTypes, retiredEventTypes } = registryOf([notebook, shelf])
  expect([...eventTypes.keys()]).toEqual([...Object.keys(notebook.eventTypes), 'ShelfLabelled'])
  expect([...retiredEventTypes.keys()]).toEqual(['ShelfNamed'])
})

it('two types can not have an event of one name, not one that is written no more either', () => {
  const { ShelfLabelled } = shelf.eventTypes
  const former = { eventTypes: { ShelfNamed: ShelfLabelled } }
  expect(() => registryOf([notebook, notebook])).toThrow('an event of type NotebookOpened')
  expect(() => registryOf([shelf, former])).toThrow('an event of type ShelfNamed')
})

it('two types may share an event, by one definition of it', () => {
  const data = shelf.eventTypes.ShelfLabelled.data
  const Shared = { streamType: 'any', schemaVersion: 1, isShared: true as const, data }
  expect(registryOf([{ eventTypes: { Shared } }, { eventTypes: { Shared } }]).eventTypes.get('Shared')).toBe(
    Shared,
  )
  expect(() => registryOf([{ eventTypes: { Shared } }, { eventTypes: { Shared: { ...Shared } } }])).toThrow(
    'an event of type Shared',
  )
})
