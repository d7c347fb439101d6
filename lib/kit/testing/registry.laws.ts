import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventRegistry } from '../events/registry'
import { standing } from './event-builders'
import { storedSchema } from './event-shapes'
import { valuesOf } from './json-schema-values'

/** What has to hold for the types of events of any application. */
export const registryLaws = (name: string, registry: EventRegistry): void => {
  const { eventTypes, retiredEventTypes, upcast } = registry

  describe(`${name}, a registry of events`, () => {
    it.each([...eventTypes, ...retiredEventTypes])(
      '%s has an upcaster from each older version',
      (_type, known) => {
        const older = Array.from({ length: known.schemaVersion - 1 }, (_, index) => String(index + 1))
        expect(Object.keys(known.upcasters ?? {})).toEqual(older)
      },
    )

    it.each([...retiredEventTypes])('%s becomes a version that another type has had', (type, { becomes }) => {
      const next = eventTypes.get(becomes.type) ?? retiredEventTypes.get(becomes.type)
      expect(eventTypes.has(type)).toBe(false)
      expect(becomes.schemaVersion).toBeLessThanOrEqual(next?.schemaVersion ?? 0)
    })

    it.each([...eventTypes])(
      '%s in its current shape stays the same object',
      (type, { schemaVersion, data }) => {
        fc.assert(
          fc.property(valuesOf(storedSchema({ data })), (value) => {
            const event = standing({ type, schemaVersion, data: value as object })
            expect(upcast(event)).toBe(event)
          }),
        )
      },
    )
  })
}
