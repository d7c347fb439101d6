import { describe, expect, it } from 'vitest'
import { UnreadableEvent } from '../../events/unreadable-event'
import { noteWritten, recorded } from '../../testing/notebook/builders'
import { ArchiveUnreadable } from '../archive/archive-unreadable'
import { createLog } from '../log'
import { IndexBehind } from '../store/index-behind'
import { InvalidAppend } from '../store/invalid-append'
import { Overloaded } from '../store/overloaded'
import { refuseThrown } from './unavailable'

const request = { method: 'POST', path: '/api/things' }
const readiness = {
  check: async () => ({ ready: true }) as const,
  canRead: async () => true,
  leave: () => undefined,
}
const told = (error: unknown) => refuseThrown({ log: createLog('silent'), readiness }, request, error)

describe('what a request failed with', () => {
  it.each([
    ['a full disk', { code: '53100' }],
    ['a database that takes no writes', { code: '25006' }],
    ['a lost connection', { message: 'Connection terminated unexpectedly' }],
  ])('%s is told as unavailable, to be tried again', async (_, what) => {
    const refusal = await told(Object.assign(new Error('failed'), what))
    expect(refusal).toMatchObject({ status: 503, code: 'Unavailable', headers: { 'retry-after': '1' } })
  })

  it.each([
    [1, '1'],
    [1000, '1'],
    [1001, '2'],
  ])('too much to write (%d ms) says when to come again, in whole seconds', async (ms, seconds) => {
    expect(await told(new Overloaded(ms))).toMatchObject({
      status: 503,
      code: 'Overloaded',
      data: { retryAfterMs: ms },
      headers: { 'retry-after': seconds },
    })
  })

  it('an index of the log that is too far behind says when to come again', async () => {
    expect(await told(new IndexBehind())).toMatchObject({
      status: 503,
      code: 'IndexBehind',
      data: { retryAfterMs: 1_000 },
      headers: { 'retry-after': '1' },
    })
  })

  it('an event of a newer application is named', async () => {
    const [event] = recorded([noteWritten()])
    if (!event) throw new Error('none')
    const newer = { ...event, schemaVersion: 99 }
    expect(await told(new UnreadableEvent('NewerSchemaVersion', newer))).toMatchObject({
      status: 503,
      code: 'UnreadableEvent',
      data: { reason: 'NewerSchemaVersion', eventId: event.eventId, position: 1 },
    })
  })

  it('cold storage that is out of reach is told without where it is', async () => {
    const stream = { type: 'notebook', id: 'n-1' }
    const refusal = await told(new ArchiveUnreadable(stream, 'ab/cd.gz', "EIO, open '/srv/ab/cd.gz'"))
    expect(refusal).toMatchObject({
      status: 503,
      code: 'ArchiveUnreadable',
      headers: { 'retry-after': '60' },
    })
    expect(JSON.stringify(refusal)).not.toContain('cd.gz')
  })

  it('an append that is not fit to be written is not our mistake', async () => {
    expect(
      await told(new InvalidAppend('TooLarge', 'The data of NoteWritten are over 256 KB')),
    ).toMatchObject({
      status: 422,
      code: 'InvalidAppend',
      detail: "This can't be kept: The data of NoteWritten are over 256 KB.",
      data: { reason: 'TooLarge' },
    })
  })

  it('anything else is', async () => {
    expect(await told(new TypeError('oops'))).toMatchObject({ status: 500, code: 'Unexpected' })
    expect(await told('thrown away')).toMatchObject({ status: 500, code: 'Unexpected' })
  })
})
