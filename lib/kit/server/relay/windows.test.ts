import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RelayMessage } from './sender'
import { windowsOf } from './windows'

const message = (bytes: number) => ({ body: 'x'.repeat(bytes) }) as RelayMessage

it('messages go in their order, none left out, and not too many or too large together', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30)),
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 60 }),
      (sizes, messages, bytes) => {
        const all = sizes.map(message)
        const windows = [...windowsOf(all, { messages, bytes })]
        expect(windows.flat()).toEqual(all)
        for (const window of windows) {
          expect(window.length).toBeGreaterThan(0)
          expect(window.length).toBeLessThanOrEqual(messages)
          const sum = window.reduce((total, { body }) => total + body.length, 0)
          expect(window.length === 1 || sum <= bytes).toBe(true)
        }
      },
    ),
  )
})
