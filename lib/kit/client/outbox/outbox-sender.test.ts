import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionAnswer } from '../../wire/answers'
import type { CommandInput } from '../../wire/command-action'
import type { Standstill, Undelivered } from '../connection/undelivered'
import type { CommandTypes } from './command-types'
import { type Person, remove } from './outbox'
import {
  all,
  anEntry,
  close,
  mergeNotes,
  type NoteEntry,
  type NoteRequest,
  of,
  take,
  write,
} from './outbox-samples'
import { createSender, type SenderOptions } from './outbox-sender'
import { memoryStorage, type OutboxStorage } from './outbox-storage'
import { createOutboxStore } from './outbox-store'

interface NoteTypes extends CommandTypes {
  readonly entry: NoteEntry
}
type Options = SenderOptions<NoteTypes>

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const acceptedAt = (version: number): ActionAnswer => ({
  type: 'accepted',
  streamId: 'book-1',
  version,
  position: version,
  events: [],
})
const refused: ActionAnswer = { type: 'rejected', rejection: { type: 'NotebookEmpty' } }
const none: ReadonlySet<string> = new Set()
const lost = () => Promise.reject(new TypeError('Failed to fetch'))

class Failed extends Error {
  constructor(readonly why: Undelivered) {
    super(why.type)
  }
}
/** The server answered, but not the command. */
const fails = (why: Undelivered) => () => Promise.reject(new Failed(why))
const broke = fails({ type: 'failed' })

/** A tab whose server answers as told, in turn; the last answer stays. */
const aTab = (answers: (() => Promise<ActionAnswer>)[], options: Partial<Options> = {}) => {
  const told: (Standstill | undefined)[] = []
  const store = options.store ?? createOutboxStore(memoryStorage<NoteEntry>(), () => undefined)
  const sent: CommandInput<NoteRequest>[] = []
  const answered: string[] = []
  const sender = createSender<NoteTypes>({
    store,
    merge: mergeNotes,
    person: () => of('ada'),
    send: (input) => {
      sent.push(input)
      return (answers.length > 1 ? answers.shift() : answers[0])?.() ?? lost()
    },
    onAnswer: (_, { type }) => answered.push(type),
    oneAtATime: (run) => run(),
    isOnline: () => true,
    now: Date.now,
    whyUndelivered: (error) => (error instanceof Failed ? error.why : { type: 'unreachable' }),
    isServerWell: async () => true,
    onStandstill: (why) => told.push(why),
    ...options,
  })
  const click = async (entry: NoteEntry) => {
    const ids = all(store.get())
    await store.change((outbox) => take(outbox, entry, ids))
    sender.wake()
  }
  const open = () => store.get().entries.filter(({ answered }) => !answered)
  return { store, sender, sent, answered, told, click, open }
}

describe('the sender', () => {
  it('sends what waits one at a time, in order, and forgets it with its answer', async () => {
    const { click, sent, answered, open } = aTab([async () => acceptedAt(2), async () => refused])
    await click(anEntry(write()))
    await click(anEntry(close))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.map(({ request }) => request.type)).toEqual(['Write', 'Close'])
    expect(answered).toEqual(['accepted', 'rejected'])
    expect(open()).toEqual([])
  })

  it('gathers the clicks that follow the first', async () => {
    const { click, sent } = aTab([async () => acceptedAt(2)])
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(0)
    for (let nth = 0; nth < 4; nth++) await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent.map(({ request }) => request)).toEqual([write(1), write(4)])
  })

  it('sends again, as it was, what got no answer, for as long as it takes', async () => {
    const tries = 30
    const { click, sent, open } = aTab([...Array(tries).fill(lost), async () => acceptedAt(2)])
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent.length).toBeLessThan(8)
    await click(anEntry(write()))
    expect(open()).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(180_000)
    expect(open()).toEqual([])
    expect(new Set(sent.slice(0, tries + 1).map(({ commandId }) => commandId)).size).toBe(1)
    expect(new Set(sent.slice(0, tries + 1).map(({ request }) => JSON.stringify(request))).size).toBe(1)
  })

  it('gives up waiting for an answer that never comes, and asks again', async () => {
    const { click, sent, open } = aTab([() => new Promise(() => undefined), async () => acceptedAt(2)])
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toHaveLength(2)
    expect(open()).toEqual([])
  })

  it('gathers no longer when the page is left', async () => {
    const { click, sender, sent } = aTab([async () => acceptedAt(2)])
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(0)
    await click(anEntry(write()))
    sender.hurry()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(2)
  })

  it('waits for the network, and goes on as soon as it is back', async () => {
    let online = false
    const { click, sender, sent } = aTab([async () => acceptedAt(2)], { isOnline: () => online })
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sent).toEqual([])
    online = true
    sender.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(1)
  })

  it.each<[Standstill, () => Promise<ActionAnswer>]>([
    ['signedOut', async () => ({ type: 'signedOut' })],
    ['renewed', fails({ type: 'standstill', why: 'renewed' })],
  ])('says that it is %s, keeps what waits, and asks again only when told to', async (why, no) => {
    const { click, sender, sent, answered, told, open } = aTab([no, no, async () => acceptedAt(2)])
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(600_000)
    sender.wake()
    sender.hurry()
    await vi.advanceTimersByTimeAsync(600_000)
    expect([sent.length, answered, told]).toEqual([1, [], [why]])
    expect(open()).toHaveLength(1)

    sender.again()
    await vi.advanceTimersByTimeAsync(600_000)
    expect([sent.length, told]).toEqual([2, [why]])
    sender.issue({ entry: anEntry(write(1, 'cup')), mergeable: none })
    await vi.advanceTimersByTimeAsync(1_000)
    expect([sent.length, answered, told]).toEqual([4, ['accepted', 'accepted'], [why, undefined]])
    expect(sent.map(({ commandId }) => commandId).slice(0, 3)).toEqual(Array(3).fill(sent[0]?.commandId))
    expect(open()).toEqual([])
  })

  it('stands still no more when another tab has sent what waited', async () => {
    const { click, sender, told, store, open } = aTab([async () => ({ type: 'signedOut' })])
    const entry = anEntry(write())
    await click(entry)
    await vi.advanceTimersByTimeAsync(0)
    await store.change((outbox) => remove(outbox, entry.commandId))
    sender.again()
    await vi.advanceTimersByTimeAsync(0)
    expect([open(), told]).toEqual([[], ['signedOut', undefined]])
  })

  it('leaves alone what somebody else asked for', async () => {
    let person: Person = of('grace')
    const { click, sender, sent } = aTab([async () => acceptedAt(2)], { person: () => person })
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
    person = of('ada')
    sender.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toHaveLength(1)
  })

  it('tells what waits for a new stream where the first of it went', async () => {
    const { click, sent } = aTab([async () => acceptedAt(2)])
    await click(anEntry(write(), { streamId: null }))
    await click(anEntry(write(1, 'cup'), { streamId: null }))
    await vi.advanceTimersByTimeAsync(0)
    expect(sent.map(({ streamId }) => streamId)).toEqual([null, 'book-1'])
  })

  it('sends nothing that another tab sends', async () => {
    const store = createOutboxStore(memoryStorage<NoteEntry>(), () => undefined)
    let turn: Promise<unknown> = Promise.resolve()
    const oneAtATime: Options['oneAtATime'] = (run) => {
      const mine = turn.then(run)
      turn = mine
      return mine
    }
    const [here, there] = [0, 1].map(() => aTab([async () => acceptedAt(2)], { store, oneAtATime }))
    await here?.click(anEntry(write()))
    there?.sender.wake()
    await here?.click(anEntry(write(1, 'cup')))
    there?.sender.wake()
    await vi.advanceTimersByTimeAsync(60_000)
    const sent = [...(here?.sent ?? []), ...(there?.sent ?? [])].map(({ commandId }) => commandId)
    expect(sent).toHaveLength(2)
    expect(new Set(sent).size).toBe(2)
  })
})

describe('a command that the server doesn’t take', () => {
  const parkedIn = ({ store }: ReturnType<typeof aTab>) =>
    store
      .get()
      .entries.filter(({ parked }) => parked)
      .map(({ commandId }) => commandId)

  it('is set aside at once where it never will be, and those after it go on', async () => {
    const tab = aTab([fails({ type: 'refused' }), async () => acceptedAt(2)])
    await tab.click(anEntry(write(), { commandId: 'pot' }))
    await tab.click(anEntry(write(1, 'cup'), { commandId: 'cup' }))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(tab.sent.map(({ commandId }) => commandId)).toEqual(['pot', 'cup'])
    expect(parkedIn(tab)).toEqual(['pot'])
  })

  it('is set aside where the server fails on it again and again and is well all the while', async () => {
    const mugFails: Options['send'] = ({ commandId }) =>
      commandId === 'pot' ? broke() : Promise.resolve(acceptedAt(2))
    const asked: string[] = []
    const tab = aTab([], {
      send: (entry) => {
        asked.push(entry.commandId)
        return mugFails(entry)
      },
    })
    await tab.click(anEntry(write(), { commandId: 'pot' }))
    await tab.click(anEntry(write(1, 'cup'), { commandId: 'cup' }))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(parkedIn(tab)).toEqual([])
    await vi.advanceTimersByTimeAsync(600_000)
    expect(parkedIn(tab)).toEqual(['pot'])
    expect(asked).toEqual([...Array(10).fill('pot'), 'cup'])
  })

  it('waits where the server is ill, however long', async () => {
    let isWell = false
    const tab = aTab([...Array(100).fill(broke), async () => acceptedAt(2)], {
      isServerWell: async () => isWell,
    })
    await tab.click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(350_000)
    expect([parkedIn(tab), tab.open().length]).toEqual([[], 1])
    isWell = true
    tab.sent.length = 0
    await vi.advanceTimersByTimeAsync(600_000)
    expect(tab.open().filter(({ parked }) => !parked)).toEqual([])
  })

  it('waits as long as the server wants it to', async () => {
    const { click, sent, open } = aTab([fails({ type: 'busy', afterMs: 30_000 }), async () => acceptedAt(2)])
    await click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(29_000)
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect([sent.length, open()]).toEqual([2, []])
  })

  it('is asked for again when the network is lost, not set aside', async () => {
    const tab = aTab([...Array(200).fill(lost), async () => acceptedAt(2)])
    await tab.click(anEntry(write()))
    await vi.advanceTimersByTimeAsync(900_000)
    expect([parkedIn(tab), tab.open()]).toEqual([[], []])
  })
})

describe('a command that stands before all others', () => {
  /** A browser's database whose every answer is in the hands of the test. */
  const slowStorage = () => {
    const kept = memoryStorage<NoteEntry>()
    const waiting: (() => void)[] = []
    const storage: OutboxStorage<NoteEntry> = {
      isKept: () => true,
      change: async (change) => {
        await new Promise<void>((resolve) => waiting.push(resolve))
        return kept.change(change)
      },
    }
    const settle = async () => {
      do {
        waiting.shift()?.()
        await vi.advanceTimersByTimeAsync(0)
      } while (waiting.length > 0)
    }
    return { kept, storage, settle }
  }
  it('goes out at once, while it is written down, and is settled after both', async () => {
    const { kept, storage, settle } = slowStorage()
    const store = createOutboxStore(storage, () => undefined)
    const { sender, sent, answered } = aTab([async () => acceptedAt(2)], { store })
    sender.issue({ entry: anEntry(write()), mergeable: none })
    expect(sent).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(answered).toEqual(['accepted'])
    expect((await kept.change((outbox) => outbox)).entries).toEqual([])
    await settle()
    const { entries } = await kept.change((outbox) => outbox)
    expect(entries.map(({ tried, answered }) => [tried, answered?.version])).toEqual([[true, 2]])
  })

  it('is kept and sent again as it was when it got no answer, and nothing is merged with it', async () => {
    const { sender, sent, store, open } = aTab([lost, async () => acceptedAt(2)])
    const first = anEntry(write())
    sender.issue({ entry: first, mergeable: none })
    sender.issue({ entry: anEntry(write()), mergeable: new Set([first.commandId]) })
    await vi.advanceTimersByTimeAsync(0)
    expect(store.get().entries.map(({ tried }) => tried)).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(5_000)
    expect(sent.map(({ commandId }) => commandId).slice(0, 2)).toEqual([first.commandId, first.commandId])
    expect(sent).toHaveLength(3)
    expect(open()).toEqual([])
  })

  it('waits its turn where something is before it, or may be', async () => {
    const { storage, settle } = slowStorage()
    const store = createOutboxStore(storage, () => undefined)
    void store.change((outbox) => outbox)
    const { sender, sent } = aTab([async () => acceptedAt(2)], { store })
    sender.issue({ entry: anEntry(write()), mergeable: none })
    expect(sent).toEqual([])
    sender.wake()
    await settle()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(1)
    const busy = aTab([() => new Promise(() => undefined)])
    busy.sender.issue({ entry: anEntry(write()), mergeable: none })
    busy.sender.issue({ entry: anEntry(write(1, 'cup')), mergeable: none })
    expect(busy.sent).toHaveLength(1)
  })

  it.each<[string, Partial<Options>, Partial<NoteEntry>]>([
    ['without a network', { isOnline: () => false }, {}],
    ['for a stream that is yet to be begun', {}, { streamId: null }],
    ['for somebody else', { person: () => of('grace') }, {}],
  ])('is only written down %s', async (_, options, entry) => {
    const { sender, sent, store } = aTab([async () => acceptedAt(2)], options)
    sender.issue({ entry: anEntry(write(), entry), mergeable: none })
    expect(sent).toEqual([])
    expect(store.get().entries.map(({ tried }) => tried)).toEqual([false])
  })

  it('has the other tabs wait for their turn until it is through', async () => {
    let turn: Promise<unknown> = Promise.resolve()
    const oneAtATime: Options['oneAtATime'] = (run) => {
      const mine = turn.then(run)
      turn = mine
      return mine
    }
    const store = createOutboxStore(memoryStorage<NoteEntry>(), () => undefined)
    let reply = (_: ActionAnswer) => {}
    const slow = () =>
      new Promise<ActionAnswer>((resolve) => {
        reply = resolve
      })
    const here = aTab([slow], { store, oneAtATime })
    const there = aTab([async () => acceptedAt(3)], { store, oneAtATime })
    here.sender.issue({ entry: anEntry(write()), mergeable: none })
    there.sender.wake()
    await vi.advanceTimersByTimeAsync(1_000)
    expect([here.sent.length, there.sent.length]).toEqual([1, 0])
    reply(acceptedAt(2))
    await vi.advanceTimersByTimeAsync(1_000)
    expect([here.sent.length, there.sent.length]).toEqual([1, 0])
    expect(here.open()).toEqual([])
  })
})
