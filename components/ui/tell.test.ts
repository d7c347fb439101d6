import { expect, it } from 'vitest'
import { hearTold, isUntold, type Toast, tell, tellTrouble, watchUntold } from './tell'

it('keeps messages until somebody shows them, then shows each as it comes', () => {
  const shown: Toast[] = []
  let called = 0
  const stopWatching = watchUntold(() => called++)
  tell('Copied.')
  tellTrouble('At most 10.', { id: 'mug' })
  expect([called, isUntold()]).toEqual([2, true])

  const stop = hearTold((told) => shown.push(told))
  expect(isUntold()).toBe(false)
  tell('Restored.')
  expect(shown).toEqual([
    { text: 'Copied.' },
    { text: 'At most 10.', id: 'mug', isTrouble: true },
    { text: 'Restored.' },
  ])
  expect(called).toBe(2)

  stop()
  stopWatching()
  tell('Gone.')
  expect([shown.length, called]).toEqual([3, 2])
})
