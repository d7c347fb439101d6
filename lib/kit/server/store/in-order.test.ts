import { expect, it } from 'vitest'
import { createInOrder } from './in-order'

const later = <Value>() => {
  let resolve: (value: Value) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<Value>((done, failed) => {
    resolve = done
    reject = failed
  })
  return { promise, resolve, reject }
}

const setUp = () => {
  const inOrder = createInOrder()
  const begun: string[] = []
  const work = async (name: string) => {
    begun.push(name)
    return name
  }
  return { begun, work, run: (key: string, ready: string | Promise<string>) => inOrder(key, ready, work) }
}

it('begins at once what is ready', () => {
  const { begun, run } = setUp()
  void run('key', 'one')
  void run('key', 'two')
  expect(begun).toEqual(['one', 'two'])
})

it('lets nothing of a key overtake what is made ready, and others go on', async () => {
  const { begun, run } = setUp()
  const [first, second] = [later<string>(), later<string>()]
  const all = [
    run('key', first.promise),
    run('key', second.promise),
    run('key', 'three'),
    run('other', 'four'),
  ]
  second.resolve('two')
  await Promise.resolve()
  expect(begun).toEqual(['four'])
  first.resolve('one')
  expect(await Promise.all(all)).toEqual(['one', 'two', 'three', 'four'])
  expect(begun).toEqual(['four', 'one', 'two', 'three'])
})

it('goes on after what could not be made ready', async () => {
  const { begun, run } = setUp()
  const [first, second] = [later<string>(), later<string>()]
  const failed = [run('key', first.promise), run('key', second.promise)].map((each) =>
    expect(each).rejects.toThrow('no key'),
  )
  const last = run('key', 'three')
  second.reject(new Error('no key'))
  first.reject(new Error('no key'))
  await Promise.all(failed)
  expect(await last).toBe('three')
  expect(begun).toEqual(['three'])
})

it('does not wait for the end of what was begun', async () => {
  const inOrder = createInOrder()
  const never = later<string>()
  void inOrder('key', Promise.resolve('one'), () => never.promise)
  expect(await inOrder('key', 'two', async (name) => name)).toBe('two')
})
