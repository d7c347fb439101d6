import { describe, expect, it } from 'vitest'
import { person } from '../../testing/person'
import { streamTypes } from '../../wire/stream-types'
import { policyTable, shopPolicy } from './policy'

const shopper = person('shopper')
const staff = person('staff', 'staff')
const guest = { ...person('guest'), isGuest: true }

const judged = (type: string, owner: string | undefined) => ({ stream: { type, id: 'one' }, owner })

describe('the policy', () => {
  it('has a rule for each type of streams, and for no other', () => {
    const names = streamTypes.all.map(({ streamType }) => streamType)
    expect(Object.keys(policyTable).sort()).toEqual([...names].sort())
  })

  it.each([
    ['cart', 'own', shopper, true],
    ['cart', 'own', guest, true],
    ['cart', 'own', staff, true],
    ['cart', 'foreign', shopper, false],
    ['cart', 'foreign', guest, false],
    ['cart', 'foreign', staff, true],
    ['product', 'nobody', shopper, false],
    ['product', 'nobody', staff, true],
    ['customer', 'nobody', shopper, false],
    ['customer', 'own', shopper, false],
    ['customer', 'nobody', staff, true],
    ['terms', 'nobody', shopper, false],
    ['terms', 'nobody', staff, true],
    ['letter', 'own', staff, false],
    ['constructor', 'own', staff, false],
  ])('a %s that is %s is seen by %o: %s', (type, whose, who, isSeen) => {
    const owner = whose === 'own' ? who.userId : whose === 'foreign' ? 'another' : undefined
    expect(shopPolicy.maySee(who, judged(type, owner))).toBe(isSeen)
    if (isSeen) expect(shopPolicy.typesSeenBy(who)).toContain(type)
  })

  it.each([
    ['AddItem', 'own', shopper, true],
    ['Checkout', 'own', guest, true],
    ['RestoreCart', 'own', shopper, true],
    ['AddItem', 'own', staff, true],
    ['AddItem', 'foreign', shopper, false],
    ['RestoreCart', 'foreign', shopper, false],
    ['AddItem', 'foreign', staff, false],
    ['Checkout', 'foreign', staff, false],
    ['RestoreCart', 'foreign', staff, true],
  ])('%s is sent to a cart that is %s by %o: %s', (command, whose, who, isSent) => {
    const owner = whose === 'own' ? who.userId : 'another'
    expect(shopPolicy.maySend(who, judged('cart', owner), command)).toBe(isSent)
  })

  it.each([
    ['CancelOrder', 'own', shopper, true],
    ['RequestReturn', 'own', guest, true],
    ['ShipOrder', 'own', shopper, false],
    ['IssueRefund', 'own', shopper, false],
    ['UpdateItems', 'own', shopper, false],
    ['CancelOrder', 'foreign', shopper, false],
    ['ShipOrder', 'foreign', staff, true],
    ['RecordCapture', 'foreign', staff, false],
    ['RecordCapture', 'own', staff, false],
  ])('%s is sent to an order that is %s by %o: %s', (command, whose, who, isSent) => {
    const owner = whose === 'own' ? who.userId : 'another'
    expect(shopPolicy.maySend(who, judged('order', owner), command)).toBe(isSent)
  })

  it.each([
    ['ChangePhone', 'shopper', shopper, true],
    ['ChangeEmail', 'shopper', shopper, false],
    ['DeactivateCustomer', 'shopper', shopper, false],
    ['ChangePhone', 'another', shopper, false],
    ['ChangeEmail', 'another', staff, true],
    ['DeactivateCustomer', 'another', staff, true],
    ['SignUp', 'another', staff, false],
    ['ImportCustomer', 'staff', staff, false],
  ])('%s is sent to the customer %s by %o: %s', (command, id, who, isSent) => {
    const customer = { stream: { type: 'customer', id }, owner: undefined }
    expect(shopPolicy.maySend(who, customer, command)).toBe(isSent)
    expect(shopPolicy.maySee(who, customer)).toBe(who.role === 'staff' || id === who.userId)
  })

  it.each(['abandonment', 'discount', 'letter'])('nobody sends anything to a %s', (type) => {
    for (const who of [shopper, guest, staff]) {
      expect(shopPolicy.maySend(who, judged(type, undefined), 'Anything')).toBe(false)
    }
  })

  it('staff brings goods in and counts them; what orders do to stock nobody sends', () => {
    const maySend = (command: string) => shopPolicy.maySend(staff, judged('stock', undefined), command)
    expect(['ReceiveStock', 'CountStock', 'StopCounting', 'WriteOffStock'].every(maySend)).toBe(true)
    expect(['ReserveStock', 'ReleaseStock', 'TakeStock', 'ReturnStock'].some(maySend)).toBe(false)
    expect(shopPolicy.maySend(shopper, judged('stock', undefined), 'CountStock')).toBe(false)
  })

  it('says of which types a person may see any at all', () => {
    expect(shopPolicy.typesSeenBy(shopper)).toEqual(['cart', 'customer', 'account', 'order'])
    expect(shopPolicy.typesSeenBy(staff)).toEqual(Object.keys(policyTable))
  })
})
