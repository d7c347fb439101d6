import { expect, it } from 'vitest'
import { createKeyedQueue } from './keyed-queue'

const gate = () => {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

const full = () => 'full'

it('runs tasks of one key one after another, whatever became of the one before', async () => {
  const queue = createKeyedQueue()
  const { opened, open } = gate()
  const done: string[] = []
  const first = queue('a', () => opened.then(() => Promise.reject(new Error('broken'))), full)
  const second = queue('a', async () => `${done.push('second')}`, full)
  await queue('b', async () => `${done.push('other key')}`, full)
  expect(done).toEqual(['other key'])
  open()
  await expect(first).rejects.toThrow('broken')
  await second
  expect(done).toEqual(['other key', 'second'])
})

it('takes a thousand of one key, and is ready for more once they are done', async () => {
  const queue = createKeyedQueue()
  const { opened, open } = gate()
  const task = () => opened.then(() => 'done')
  const waiting = Array.from({ length: 1_000 }, () => queue('a', task, full))
  expect(await queue('a', task, full)).toBe('full')
  open()
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(['done']))
  expect(await queue('a', task, full)).toBe('done')
})
