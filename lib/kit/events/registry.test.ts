import { describe, expect, it } from 'vitest'
import { notebookEvents } from '../testing/notebook/notebook-events'
import { registryLaws } from '../testing/registry.laws'

const { currentVersionOf, currentTypeOf, storedTypesOf } = notebookEvents

registryLaws('The notebook’s', notebookEvents)

describe('the registry of events', () => {
  it('says the version new events are written with', () => {
    expect(currentVersionOf('NotebookOpened')).toBe(1)
    expect(currentVersionOf('NotebookClosed')).toBe(2)
    expect(() => currentVersionOf('ShelfNamed')).toThrow(/ShelfNamed/)
  })

  it('says under which types the events of a type stand in the log, and what a stored type reads as', () => {
    expect(storedTypesOf('NoteWritten')).toEqual(['NoteWritten'])
    expect(storedTypesOf('ShelfLabelled')).toEqual(['ShelfLabelled', 'ShelfNamed'])
    expect(currentTypeOf('ShelfNamed')).toBe('ShelfLabelled')
    expect(currentTypeOf('NoteWritten')).toBe('NoteWritten')
  })
})
