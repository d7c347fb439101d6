import { beforeEach, describe, expect, it, vi } from 'vitest'
import { applyLive, headVersion } from '../../../kit/client/stream-log/stream-log'
import { emptyCartLog, openCartLog } from '../../cart/client/cart-log'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import { createMarks } from './kept-marks'
import { type KeptShop, openingOf, ownerOf, type ShownIdentity } from './kept-shop'
import { createKeptShops, type KeptPlace } from './kept-shop-storage'

const ada: ShownIdentity = { userId: 'ada', role: 'shopper', isGuest: false, name: 'Ada' }
const log = applyLive(emptyCartLog('cart-1'), recorded([cartCreated('ada'), itemAdded('mug', 2)])).log
const shop: Omit<KeptShop, 'release' | 'keptAt'> = {
  owner: 'ada',
  identity: ada,
  opening: openingOf(log),
  shelves: { products: [], next: null },
  categories: [],
}

const local = new Map<string, string>()
const marks = createMarks(() => ({
  getItem: (key) => local.get(key) ?? null,
  setItem: (key, value) => void local.set(key, value),
  removeItem: (key) => void local.delete(key),
}))
let held: unknown
const place: KeptPlace = {
  read: async () => held,
  change: async (change) => {
    held = change(held)
  },
  clear: async () => {
    held = undefined
  },
}
const shops = createKeptShops(place, marks)

beforeEach(() => {
  local.clear()
  held = undefined
})

describe('what is kept of a cart', () => {
  it('opens as the same cart', () => {
    const opened = openCartLog(openingOf(log) as NonNullable<ReturnType<typeof openingOf>>)
    expect(opened.history.head).toEqual(log.history.head)
    expect(headVersion(opened)).toBe(2)
  })

  it('is its last events, and the state before them, where it is long', () => {
    const long = recorded([cartCreated(), ...Array.from({ length: 899 }, () => itemAdded('mug'))])
    const whole = applyLive(emptyCartLog('cart-1'), long).log
    const opening = openingOf(whole)
    expect(opening?.last.from).toBe(512)
    expect(opening?.last.events).toHaveLength(388)
    expect(opening && openCartLog(opening).history.head).toEqual(whole.history.head)
  })

  it('is nothing where there is none', () => {
    expect(openingOf(emptyCartLog('new'))).toBeNull()
  })

  it('is its owner’s, also where the page doesn’t know them yet', () => {
    expect([ownerOf(ada, log), ownerOf(null, log), ownerOf(null, emptyCartLog('new'))]).toEqual([
      'ada',
      'ada',
      '',
    ])
  })
})

describe('the shop that is kept', () => {
  it('is read as it was kept last', async () => {
    await shops.keep(shop, marks.timesLeft())
    expect(await shops.read()).toMatchObject(shop)
  })

  it('is shown to nobody once its owner left, even before it is thrown away', async () => {
    await shops.keep(shop, marks.timesLeft())
    marks.leave()
    expect(await shops.read()).toBeUndefined()
    await shops.drop()
    expect(held).toBeUndefined()
  })

  it('is not kept again by a tab that was opened before its owner left', async () => {
    const before = marks.timesLeft()
    marks.leave()
    await shops.keep(shop, before)
    expect(held).toBeUndefined()
    expect(marks.owner()).toBeUndefined()
  })

  it('is not kept either where its owner leaves while it is being written', async () => {
    const slow = createKeptShops(
      {
        ...place,
        change: async (change) => {
          marks.leave()
          await place.change(change)
        },
      },
      marks,
    )
    await slow.keep(shop, marks.timesLeft())
    expect(held).toBeUndefined()
  })

  it('is never shown under another’s name', async () => {
    await shops.keep(shop, marks.timesLeft())
    marks.setOwner('grace')
    expect(await shops.read()).toBeUndefined()
  })

  it('is not read where another build kept it', async () => {
    await shops.keep(shop, marks.timesLeft())
    held = { ...(held as KeptShop), release: 'another' }
    expect(await shops.read()).toBeUndefined()
  })

  it('is nothing where the browser’s database fails, or never answers', async () => {
    const broken: KeptPlace = {
      read: () => Promise.reject(new Error('refused')),
      change: () => Promise.reject(new Error('full')),
      clear: () => Promise.reject(new Error('refused')),
    }
    await createKeptShops(broken, marks).keep(shop, marks.timesLeft())
    expect(await createKeptShops(broken, marks).read()).toBeUndefined()

    vi.useFakeTimers()
    try {
      const silent = createKeptShops({ ...broken, read: () => new Promise(() => undefined) }, marks).read()
      await vi.advanceTimersByTimeAsync(2_000)
      expect(await silent).toBeUndefined()
    } finally {
      vi.useRealTimers()
    }
  })

  it('is nothing where nothing may be stored', async () => {
    const refusing = createMarks(() => {
      throw new Error('denied')
    })
    await createKeptShops(place, refusing).keep(shop, refusing.timesLeft())
    expect(await createKeptShops(place, refusing).read()).toBeUndefined()
  })
})
