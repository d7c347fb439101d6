import { describe, expect, it } from 'vitest'
import { issued, type Outbox, tried } from './outbox'
import { add, anEntry } from './outbox-samples'
import { browserStorage, memoryStorage, type OutboxStorage } from './outbox-storage'
import { createOutboxStore, type OutboxStore } from './outbox-store'

/** Tabs of one browser: what is written in one is told to the others. */
const openTabs = (count: number): OutboxStore[] => {
  const storage: OutboxStorage = { ...memoryStorage(), isKept: () => true }
  const tabs: OutboxStore[] = []
  for (let nth = 0; nth < count; nth++) {
    const tell = (outbox: Outbox) => {
      for (const tab of tabs) if (tab !== tabs[nth]) tab.receive(outbox)
    }
    tabs.push(createOutboxStore(storage, tell))
  }
  return tabs
}

const take = (tab: OutboxStore, quantity = 1) => {
  const entry = anEntry(add(quantity))
  return tab.change((outbox) => issued(outbox, entry, new Set(outbox.entries.map((each) => each.commandId))))
}
const quantities = (tab: OutboxStore) =>
  tab.get().entries.map(({ request }) => (request.type === 'AddItem' ? request.quantity : 0))

describe('the outbox of a tab', () => {
  it('shows at once what it then writes down', async () => {
    const [tab] = openTabs(1) as [OutboxStore]
    const written = take(tab)
    expect(quantities(tab)).toEqual([1])
    expect((await written).revision).toBe(1)
    expect(quantities(tab)).toEqual([1])
  })

  it('is in step with the others, whoever wrote last, and counts nothing twice on the way', async () => {
    const [here, there] = openTabs(2) as [OutboxStore, OutboxStore]
    const seen: number[] = []
    here.subscribe(() => seen.push(...quantities(here)))
    await Promise.all([take(here), take(there), take(here), take(there)])
    await here.change((outbox) => outbox)
    expect(quantities(here)).toEqual([4])
    expect(quantities(there)).toEqual([4])
    expect(seen).toEqual([...seen].sort((one, other) => one - other))
  })

  it('adds nothing to what another tab has begun to send', async () => {
    const [here, there] = openTabs(2) as [OutboxStore, OutboxStore]
    const { entries } = await take(here)
    const sending = there.change((outbox) => tried(outbox, entries[0]?.commandId ?? '', 0))
    const adding = take(here)
    await Promise.all([sending, adding])
    expect((await here.change((outbox) => outbox)).entries.map(({ tried }) => tried)).toEqual([true, false])
  })

  it('is empty when the browser was made to forget it', async () => {
    let storage = memoryStorage()
    const tab = createOutboxStore(
      { isKept: () => true, change: (change) => storage.change(change) },
      () => undefined,
    )
    await take(tab)
    await take(tab)
    storage = memoryStorage()
    await tab.change((outbox) => outbox)
    expect(quantities(tab)).toEqual([])
  })

  it('keeps for itself what it couldn’t write down, whatever others say', async () => {
    const tab = createOutboxStore(memoryStorage(), () => undefined)
    await take(tab)
    tab.receive({ revision: 99, entries: [], sentAt: {} })
    await Promise.resolve()
    expect(quantities(tab)).toEqual([1])
  })

  it('is told to nobody where the browser keeps nothing', async () => {
    let told = 0
    const tab = createOutboxStore(browserStorage(), () => told++)
    await take(tab)
    await take(tab)
    expect(quantities(tab)).toEqual([2])
    expect(tab.isKept()).toBe(false)
    expect(told).toBe(0)
  })
})
