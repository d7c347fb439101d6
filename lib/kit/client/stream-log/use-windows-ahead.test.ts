import { expect, it } from 'vitest'
import { windowsAhead } from './use-windows-ahead'

it('ahead is the next window that way, and as far again as one went', () => {
  expect(windowsAhead(0, 256)).toEqual([512])
  expect(windowsAhead(5120, 4096)).toEqual([3840, 3072])
})

it('nothing is ahead of who stays', () => {
  expect(windowsAhead(256, 256)).toEqual([])
})
