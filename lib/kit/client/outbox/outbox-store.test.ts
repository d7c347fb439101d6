import { describe, expect, it } from 'vitest'
import { markSent, type Outbox } from './outbox'
import { all, anEntry, type NoteEntry, take, write } from './outbox-samples'
import { browserStorage, memoryStorage, type OutboxStorage, openDatabase } from './outbox-storage'
import { createOutboxStore, type OutboxStore } from './outbox-store'

type Store = OutboxStore<NoteEntry>
const format = {
  toKept: (entry: NoteEntry) => entry,
  loadReader: () => Promise.reject(new Error('Nothing was kept')),
}

/** Tabs of one browser: what is written in one is told to the others. */
const openTabs = (count: number): Store[] => {
  const storage: OutboxStorage<NoteEntry> = { ...memoryStorage<NoteEntry>(), isKept: () => true }
  const tabs: Store[] = []
  for (let nth = 0; nth < count; nth++) {
    const tell = (outbox: Outbox<NoteEntry>) => {
      for (const tab of tabs) if (tab !== tabs[nth]) tab.receive(outbox)
    }
    tabs.push(createOutboxStore(storage, tell))
  }
  return tabs
}

const note = (tab: Store, lines = 1) => {
  const entry = anEntry(write(lines))
  return tab.change((outbox) => take(outbox, entry, all(outbox)))
}
const quantities = (tab: Store) =>
  tab.get().entries.map(({ request }) => (request.type === 'Write' ? request.lines : 0))

describe('the outbox of a tab', () => {
  it('shows at once what it then writes down', async () => {
    const [tab] = openTabs(1) as [Store]
    const written = note(tab)
    expect(quantities(tab)).toEqual([1])
    expect((await written).revision).toBe(1)
    expect(quantities(tab)).toEqual([1])
  })

  it('is in step with the others, whoever wrote last, and counts nothing twice on the way', async () => {
    const [here, there] = openTabs(2) as [Store, Store]
    const seen: number[] = []
    here.subscribe(() => seen.push(...quantities(here)))
    await Promise.all([note(here), note(there), note(here), note(there)])
    await here.change((outbox) => outbox)
    expect(quantities(here)).toEqual([4])
    expect(quantities(there)).toEqual([4])
    expect(seen).toEqual([...seen].sort((one, other) => one - other))
  })

  it('adds nothing to what another tab has begun to send', async () => {
    const [here, there] = openTabs(2) as [Store, Store]
    const { entries } = await note(here)
    const sending = there.change((outbox) => markSent(outbox, entries[0]?.commandId ?? '', 0))
    const adding = note(here)
    await Promise.all([sending, adding])
    expect((await here.change((outbox) => outbox)).entries.map(({ tried }) => tried)).toEqual([true, false])
  })

  it('is empty when the browser was made to forget it', async () => {
    let storage = memoryStorage<NoteEntry>()
    const tab = createOutboxStore<NoteEntry>(
      { isKept: () => true, change: (change) => storage.change(change) },
      () => undefined,
    )
    await note(tab)
    await note(tab)
    storage = memoryStorage<NoteEntry>()
    await tab.change((outbox) => outbox)
    expect(quantities(tab)).toEqual([])
  })

  it('keeps for itself what it couldn’t write down, whatever others say', async () => {
    const tab = createOutboxStore(memoryStorage<NoteEntry>(), () => undefined)
    await note(tab)
    tab.receive({ revision: 99, entries: [], sentAt: {} })
    await Promise.resolve()
    expect(quantities(tab)).toEqual([1])
  })

  it('is told to nobody where the browser keeps nothing', async () => {
    let told = 0
    const tab = createOutboxStore(browserStorage(format, openDatabase('tests')), () => told++)
    await note(tab)
    await note(tab)
    expect(quantities(tab)).toEqual([2])
    expect(tab.isKept()).toBe(false)
    expect(told).toBe(0)
  })
})
