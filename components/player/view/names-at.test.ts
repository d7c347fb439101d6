import { expect, it } from 'vitest'
import { emptyLog } from '@/lib/kit/client/stream-log/stream-log'
import { extendHistory } from '@/lib/kit/history/history'
import { diary, opened, recordedDiary, struck, written } from '../testing/diary'
import { diaryView } from '../testing/diary-view'
import { namesAt } from './names-at'

const { history: empty } = emptyLog(diary, 'diary-1')
const days = Array.from({ length: 300 }, (_, nth) => written(`day-${nth}`))
const history = extendHistory(empty, recordedDiary([opened, ...days, struck('day-0')]))

it('names are what a window and the state before it know, told once for each window', () => {
  const [first, last] = [namesAt(diaryView, history, 1), namesAt(diaryView, history, 302)]
  expect(first).toBe(namesAt(diaryView, history, 256))
  expect(last).not.toBe(first)
  expect(first).toHaveProperty('size', 255)
  expect(last).toHaveProperty('size', 300)
})

it('where a window is not at hand, they are those of the newest state', () => {
  const far = { ...history, windows: new Map() }
  expect(namesAt(diaryView, far, 1)).toHaveProperty('size', 299)
})
