import { expect, it } from 'vitest'
import { unconfirmedOf } from '../../../kit/client/outbox/unconfirmed'
import { applyLive } from '../../../kit/client/stream-log/stream-log'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { add, anEntry } from './cart-entry-samples'
import { emptyCartLog } from './cart-log'

it('leaves out what the log has, what it has come as far as, and what is for another cart', () => {
  const waits = anEntry(add())
  const here = anEntry(add())
  const answered = (version: number) => anEntry(add(), { answered: { version, at: 0 } })
  const elsewhere = anEntry(add(), { streamId: null })
  const [created, added] = recorded([cartCreated(), itemAdded('mug')])
  if (!created || !added) throw new Error('No events')
  const known = { ...added, metadata: { ...added.metadata, commandId: here.commandId } }
  const { log } = applyLive(emptyCartLog('cart-1'), [created, known])
  const ahead = answered(3)
  expect(unconfirmedOf([waits, here, answered(2), ahead, elsewhere], 'cart-1', log)).toEqual([waits, ahead])
  expect(unconfirmedOf([waits, elsewhere], null, emptyCartLog('new'))).toEqual([elsewhere])
})
