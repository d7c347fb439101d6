import { createStore, del, get, type UseStore, update } from 'idb-keyval'
import { within } from '../../../kit/client/page/within'
import { type KeptMarks, keptMarks } from './kept-marks'
import type { KeptShop } from './kept-shop'
import { release } from './release'

/** A database that gives no answer by then is gone on without. */
const waitMs = 2_000
const key = 'shop'

/** Where one shop is kept. A change is made whole or not at all, whoever else makes one. */
export interface KeptPlace {
  readonly read: () => Promise<unknown>
  readonly change: (change: (before: unknown) => unknown) => Promise<void>
  readonly clear: () => Promise<void>
}

export interface KeptShops {
  /** The shop as it was last known here; undefined where it isn't, is not to be shown, or another build kept it. */
  readonly read: () => Promise<KeptShop | undefined>
  /** Keeps the shop, unless somebody left since `left` was counted: in any tab, also while it is being written. */
  readonly keep: (shop: Omit<KeptShop, 'release' | 'keptAt'>, left: string) => Promise<void>
  readonly drop: () => Promise<void>
}

const inTime = <Value>(asked: Promise<Value>): Promise<Value | undefined> =>
  within(waitMs, () => asked).catch(() => undefined)

/** No wait on the place is without end, and what goes wrong with it is as if nothing were kept. */
export const createKeptShops = (place: KeptPlace, marks: KeptMarks): KeptShops => ({
  read: async () => {
    const kept = (await inTime(place.read())) as KeptShop | undefined
    return kept?.release === release && kept.owner === marks.owner() ? kept : undefined
  },
  keep: async (shop, left) => {
    if (marks.timesLeft() !== left) return
    marks.setOwner(shop.owner)
    const kept: KeptShop = { ...shop, release, keptAt: new Date().toISOString() }
    await inTime(place.change((before) => (marks.timesLeft() === left ? kept : before)))
  },
  drop: async () => void (await inTime(place.clear())),
})

let opened: UseStore | undefined
const inBrowser = async <Result>(work: (store: UseStore) => Promise<Result>): Promise<Result> => {
  opened ??= createStore('hindsight-kept', 'shop')
  return work(opened)
}

export const keptShops = createKeptShops(
  {
    read: () => inBrowser((store) => get(key, store)),
    change: (change) => inBrowser((store) => update(key, change, store)),
    clear: () => inBrowser((store) => del(key, store)),
  },
  keptMarks,
)
