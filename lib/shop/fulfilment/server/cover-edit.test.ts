import { expect, it } from 'vitest'
import { balanceOf } from '../../order/balance'
import type { UpdateItems } from '../../order/commands'
import { openWorld, type World } from '../../testing/fulfilment-world'
import { line, placeOrder, plainAmounts } from '../../testing/orders'

const dearer = (): UpdateItems => {
  const lines = [line('1', 10, 1_000)]
  return { type: 'UpdateItems', lines, amounts: plainAmounts(lines, 500) }
}

const place = async (world: World, number = '4242424242424242') => {
  const reference = await world.card(number)
  await world.send(placeOrder({ payment: { method: 'card', reference } }))
  await world.settle()
}

it('an edit to a higher total has the difference authorised first, once, and the old authorisation stays (Medusa #14984)', async () => {
  const world = openWorld()
  await place(world)
  expect(await world.send(dearer())).toMatchObject({ type: 'rejected' })
  await world.coverEdit(world.orderId, dearer(), 'edit-1')
  await world.coverEdit(world.orderId, dearer(), 'edit-1')
  expect((await world.order()).payments).toMatchObject([
    { authorised: 8_500, released: 0 },
    { authorised: 2_000, released: 0 },
  ])
  expect(await world.send(dearer())).toMatchObject({ type: 'accepted' })
  await world.send({ type: 'ConfirmOrder', by: 'staff', at: world.at() })
  await world.send({ type: 'ShipOrder' })
  await world.settle()
  const { captured, outstanding, held } = balanceOf(await world.order())
  expect([captured.amount, outstanding.amount, held.amount]).toEqual([10_500, 0, 0])
})

it('what is not covered is refused by the rules, and nothing is kept for it', async () => {
  const world = openWorld()
  await place(world, '4000000000003220')
  const { awaited } = (await world.state()).own
  await world.provider.confirm(awaited?.paymentId ?? '', true)
  await world.settle()
  await world.coverEdit(world.orderId, dearer(), 'edit-1')
  expect(await world.send(dearer())).toMatchObject({ rejection: { type: 'AuthorisationMissing' } })
  expect(world.payments().map(({ status }) => status)).toEqual(['authorised', 'over'])
})

it('an edit that costs no more, or that nobody can pay so, asks nobody', async () => {
  const world = openWorld()
  await place(world)
  const lines = [line('1', 1, 1_000)]
  const cheaper = { type: 'UpdateItems', lines, amounts: plainAmounts(lines, 500) } as const
  await world.coverEdit(world.orderId, cheaper, 'edit-1')
  expect(world.payments()).toHaveLength(1)
})
