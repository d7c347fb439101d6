import type { RecordedEvent } from '../../../kit/events/recorded-event'
import type { Sql } from '../../../kit/server/postgres/sql'
import type { Freshness } from '../../../kit/server/projections/wait-for'
import type { EventStore } from '../../../kit/server/store/event-store'
import type { Offers } from '../../cart/commands'
import type { RecordedProductEvent } from '../../wire/recorded-shop-events'
import { loadListed } from './listed-products'
import { saidBy } from './said-by'
import { type CatalogueSearch, createShelves, type ProductPage } from './shelves'

export type { CatalogueSearch, ProductPage } from './shelves'

/** The catalogue as it is now: what is offered, for how much. */
export interface Catalogue {
  /** What products are called and cost: those of these that the catalogue knows. */
  readonly offers: (productIds: readonly string[]) => Promise<Offers>
  /** The categories of those of these products that the catalogue knows. */
  readonly categoriesOf: (productIds: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly search: (search: CatalogueSearch) => Promise<ProductPage>
  readonly categories: () => Promise<readonly string[]>
  /** Waits, for a while, until what was written up to this position of the log is in it. */
  readonly waitFor: (position?: number) => Promise<Freshness>
  /** Another number whenever something that was heard of changed it. */
  readonly edition: () => number
  /** Takes in what the tail hands on. */
  readonly hear: (events: readonly RecordedEvent[]) => void
  /** Is called once `hear` gets every event that is new. When it resolves, nothing is read any more. */
  readonly beFollowing: () => Promise<void>
}

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readAll' | 'headPosition'>
}

const pageSize = 500
const waitAtMostMs = 2_000

/**
 * The catalogue in memory, from the read model `products` on. While nobody hands it what is new, it reads that from the log
 * before each answer.
 */
export const createCatalogue = ({ sql, store }: Dependencies): Catalogue => {
  const shelves = createShelves()
  let loading: Promise<void> | undefined
  let isFollowing = false
  /** Everything up to here is in it. */
  let asOf = 0
  let heardUpTo = 0
  let waiting: (() => void)[] = []

  const putAll = (events: readonly RecordedEvent[]): void => {
    for (const event of events) {
      if (event.streamType !== 'product') continue
      const { streamId: productId, position } = event
      shelves.put({ productId, position, listPosition: position, ...saidBy(event as RecordedProductEvent) })
    }
  }

  const reach = (position: number): void => {
    if (position <= asOf) return
    asOf = position
    const told = waiting
    waiting = []
    for (const tell of told) tell()
  }

  const load = async (): Promise<void> => {
    const { listed, position } = await loadListed(sql)
    for (const each of listed) shelves.put(each)
    reach(position)
  }

  const loaded = (): Promise<void> => {
    loading ??= load().catch((error) => {
      loading = undefined
      throw error
    })
    return loading
  }

  const readOn = async (): Promise<void> => {
    await loaded()
    const head = await store.headPosition()
    for (let after = asOf; after < head; ) {
      const filter = { streamTypes: ['product'] }
      const events = await store.readAll({ after, upTo: head, limit: pageSize, filter })
      putAll(events)
      after = events.length < pageSize ? head : (events.at(-1)?.position ?? head)
    }
    reach(head)
  }

  const present = async () => {
    if (!isFollowing) await readOn()
    return shelves
  }

  const reached = (position: number, deadline: number): Promise<boolean> =>
    new Promise((resolve) => {
      const look = () => {
        if (asOf < position) waiting.push(look)
        else {
          clearTimeout(timer)
          resolve(true)
        }
      }
      const timer = setTimeout(() => {
        waiting = waiting.filter((each) => each !== look)
        resolve(false)
      }, deadline)
      look()
    })

  return {
    offers: async (productIds) =>
      productIds.length === 0 ? new Map() : (await present()).offers(productIds),
    categoriesOf: async (productIds) => (await present()).categoriesOf(productIds),
    search: async (search) => (await present()).search(search),
    categories: async () => (await present()).categories(),
    waitFor: async (position = 0) => {
      await present()
      if (asOf >= position) return { asOf, behind: false }
      // What the log doesn't have is not waited for.
      const comes = isFollowing && (await store.headPosition()) >= position
      const behind = !comes || !(await reached(position, waitAtMostMs))
      return { asOf, behind }
    },
    edition: shelves.edition,
    hear: (events) => {
      putAll(events)
      heardUpTo = events.at(-1)?.position ?? heardUpTo
      // Before that, something in between may be missing.
      if (isFollowing) reach(heardUpTo)
    },
    beFollowing: async () => {
      await readOn()
      isFollowing = true
      reach(heardUpTo)
    },
  }
}
