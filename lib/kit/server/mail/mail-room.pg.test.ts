import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testSecret } from '../../testing/connections'
import { eventually } from '../../testing/eventually'
import { type MailServer, startMailServer } from '../../testing/mail-server'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { inTransaction } from '../postgres/in-transaction'
import { createLeases, type Leases } from '../subscriptions/leases'
import type { Wakeable } from '../tail/wakeable'
import { forgetMails } from './forget-mails'
import type { Mail } from './mail'
import { createMailRoom, type MailRoom } from './mail-room'

/** All that was logged. */
let logged = ''
const log = pino(
  { level: 'trace' },
  {
    write: (line: string) => {
      logged += line
    },
  },
)
const from = { name: 'The Notebooks', address: 'notes@example.com' }

let database: TestDatabase
let server: MailServer
let leases: Leases
let room: MailRoom
let running: Wakeable

const roomOf = (url: string | undefined, secret = testSecret) =>
  createMailRoom({
    sql: database.pool,
    secret,
    domain: 'notes.example.com',
    smtp: url === undefined ? undefined : { url, from },
    log,
    retries: { tries: 3, restMs: () => 1 },
  })

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  server = await startMailServer()
  leases = createLeases(database.connection, log)
})
beforeEach(() => {
  room = roomOf(server.url)
  running = room.start(leases)
})
afterEach(async () => {
  await running.stop()
  await server.open()
  await database.pool.query('DELETE FROM mails; DELETE FROM waiting_work')
})
afterAll(async () => {
  await leases.stop()
  await server.close()
  await database.close()
})

let ids = 0
const mailOf = (over: Partial<Mail> = {}): Mail => ({
  id: `m-${++ids}`,
  kind: 'greeting',
  to: `ada-${ids}@example.com`,
  subject: 'Hello',
  text: 'Good day.',
  html: '<p>Good day.</p>',
  ...over,
})

const receivedOf = ({ to }: Mail) => server.received.filter((each) => each.to.includes(to))
const messageIdOf = ({ id }: Mail) => `<${id}@notes.example.com>`
const stateOf = async ({ id }: Mail) => {
  const opened = await room.open(id)
  if (!opened) throw new Error('It is gone')
  return opened
}
const until = (mail: Mail, status: string) =>
  eventually(async () => {
    const state = await stateOf(mail)
    expect(state.status).toBe(status)
    return state
  })

describe('a mail', () => {
  it('is sent as text and HTML, from whom mails are from, to one address', async () => {
    const mail = mailOf({
      headers: {
        'List-Unsubscribe': '<https://notes.example.com/stop>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
    await room.send(mail)
    await until(mail, 'sent')
    expect(receivedOf(mail)).toMatchObject([
      {
        from: 'notes@example.com',
        to: [mail.to],
        mail: {
          from,
          to: [{ address: mail.to }],
          subject: 'Hello',
          messageId: messageIdOf(mail),
          text: 'Good day.\n',
          html: '<p>Good day.</p>\n',
        },
      },
    ])
    const headers = receivedOf(mail)[0]?.mail.headers ?? []
    const headerOf = (key: string) => headers.find((header) => header.key === key)?.value
    expect(headerOf('list-unsubscribe')).toBe('<https://notes.example.com/stop>')
    expect(headerOf('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(headerOf('auto-submitted')).toBe('auto-generated')
  })

  it('has any words in it, as long as they are', async () => {
    const words = 'Grüße, שלום 👩‍👩‍👧 – '
    const mail = mailOf({
      subject: words.repeat(15).trim(),
      text: `${words.repeat(200)}\n.\nEnd`,
      html: `<p>${words.repeat(200)}</p>`,
    })
    await room.send(mail)
    await until(mail, 'sent')
    const [received] = receivedOf(mail)
    const { subject, text = '', html = '' } = received?.mail ?? {}
    // Not their difference, which nobody reads.
    expect([subject === mail.subject, text.trimEnd() === mail.text, html.trimEnd() === mail.html]).toEqual([
      true,
      true,
      true,
    ])
    const lines = received?.raw.split('\r\n') ?? []
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998)
  })

  it('can be kept in a transaction, and is none where that fails', async () => {
    const [kept, lost] = [mailOf(), mailOf()]
    await inTransaction(database.pool, (sql) => room.keep(sql, kept))
    const failing = inTransaction(database.pool, async (sql) => {
      await room.keep(sql, lost)
      throw new Error('No')
    })
    await expect(failing).rejects.toThrow('No')
    room.wake()
    await until(kept, 'sent')
    expect(await room.open(lost.id)).toBeUndefined()
  })

  it('is kept and sent once, however often it is asked for', async () => {
    const mail = mailOf()
    await Promise.all(Array.from({ length: 8 }, () => room.send(mail)))
    await until(mail, 'sent')
    await room.send({ ...mail, subject: 'Another' })
    await eventually(async () => {
      const { rows } = await database.pool.query('SELECT FROM waiting_work')
      expect(rows).toEqual([])
    })
    expect(receivedOf(mail)).toHaveLength(1)
  })

  it('is nowhere to be read in the database, and what it said is gone once it was sent', async () => {
    await running.stop()
    const mail = mailOf({ text: 'https://notes.example.com/enter#token' })
    await room.send(mail)
    const { rows: kept } = await database.pool.query('SELECT * FROM mails m JOIN waiting_work w USING (id)')
    expect(kept).toHaveLength(1)
    const written = Object.values(kept[0]).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value),
    )
    for (const secret of [mail.to, mail.subject, 'token']) expect(written.join(' ')).not.toContain(secret)
    running = room.start(leases)
    expect(await until(mail, 'sent')).toMatchObject({
      envelope: { to: mail.to, subject: 'Hello' },
      content: undefined,
    })
    const { rows: sent } = await database.pool.query('SELECT content FROM mails')
    expect(sent).toEqual([{ content: null }])
  })

  it('is logged when it is refused, without its address and words', async () => {
    logged = ''
    const mail = mailOf({ text: 'https://notes.example.com/enter#token' })
    server.treat({ recipient: 550 })
    await room.send(mail)
    await until(mail, 'refused')
    await eventually(() => expect(logged).toContain(mail.id))
    for (const secret of [mail.to, mail.to.split('@')[0] ?? '', 'token']) expect(logged).not.toContain(secret)
  })
})

describe('a server', () => {
  it('that takes it later gets it again, under the same Message-ID and date', async () => {
    const mail = mailOf()
    server.treat({ recipient: 450 }, { message: 451 })
    await room.send(mail)
    await until(mail, 'sent')
    expect(receivedOf(mail).map((each) => each.mail.messageId)).toEqual([messageIdOf(mail)])
  })

  it('that broke off after it had it all gets it twice, as one and the same', async () => {
    const mail = mailOf()
    server.treat('hang up late')
    await room.send(mail)
    await until(mail, 'sent')
    const received = receivedOf(mail).map(({ mail: { messageId, date } }) => ({ messageId, date }))
    expect(received).toHaveLength(2)
    expect(received[0]).toEqual({ messageId: messageIdOf(mail), date: received[1]?.date })
  })

  it.each([{ recipient: 550 }, { message: 554 }])(
    'that refuses it for good (%j) is asked once, until somebody says so',
    async (no) => {
      const mail = mailOf()
      server.treat(no)
      await room.send(mail)
      const refused = await until(mail, 'refused')
      expect(refused).toMatchObject({ attempts: 1, error: expect.stringMatching(/^55\d /) })
      expect(refused.error).not.toContain(mail.to)
      expect(refused.error).not.toContain(mail.to.split('@')[0])
      expect(refused.content).toMatchObject({ text: mail.text })
      expect(await room.list({ isRefused: true, limit: 10 })).toMatchObject([{ id: mail.id }])
      expect(await room.retry(mail.id)).toBe(1)
      await until(mail, 'sent')
      expect(receivedOf(mail)).toHaveLength(1)
    },
  )

  it('that never takes it has it refused in the end, and others are sent meanwhile', async () => {
    const [bad, good] = [mailOf(), mailOf()]
    server.treat({ message: 451 }, { message: 451 }, { message: 451 })
    await room.send(bad)
    expect(await until(bad, 'refused')).toMatchObject({ attempts: 3 })
    await room.send(good)
    await until(good, 'sent')
    expect(await room.retry()).toBe(1)
    await until(bad, 'sent')
  })

  it('that breaks the connection at one mail holds up no other', async () => {
    const [bad, good] = [mailOf(), mailOf()]
    server.treat('hang up', 'hang up', 'hang up')
    await room.send(bad)
    expect(await until(bad, 'refused')).toMatchObject({ attempts: 3 })
    await room.send(good)
    await until(good, 'sent')
  })

  it('that is down gets all of them once it is back, and none counts a try', async () => {
    await server.close()
    const mails = Array.from({ length: 6 }, () => mailOf())
    await Promise.all(mails.map(room.send))
    await eventually(async () => {
      const waiting = await room.list({ limit: 10 })
      expect(waiting.filter(({ error }) => error !== null).length).toBeGreaterThanOrEqual(3)
      expect(waiting.every(({ status, attempts }) => status === 'waiting' && attempts === 0)).toBe(true)
    })
    await server.open()
    for (const mail of mails) {
      await until(mail, 'sent')
      expect(receivedOf(mail)).toHaveLength(1)
    }
  })

  it('that lets us in no more keeps all waiting, and says why', async () => {
    await running.stop()
    const guarded = await startMailServer({ password: 'right' })
    const urlWith = (password: string) => guarded.url.replace('//', `//user:${password}@`)
    try {
      room = roomOf(urlWith('wrong'))
      running = room.start(leases)
      const mail = mailOf()
      await room.send(mail)
      await eventually(async () => expect((await stateOf(mail)).error).toMatch(/^535 /))
      expect(await stateOf(mail)).toMatchObject({ status: 'waiting', attempts: 0 })
      await running.stop()
      room = roomOf(urlWith('right'))
      running = room.start(leases)
      await until(mail, 'sent')
      expect(guarded.received).toHaveLength(1)
    } finally {
      await guarded.close()
    }
  })

  it('that isn’t there is waited for: what was kept is sent when there is one', async () => {
    await running.stop()
    const none = roomOf(undefined)
    const mail = mailOf()
    expect(none.hasServer).toBe(false)
    await none.send(mail)
    expect(await none.open(mail.id)).toMatchObject({ status: 'waiting', content: { text: mail.text } })
    running = room.start(leases)
    await until(mail, 'sent')
  })
})

describe('time', () => {
  it('passes: what holds no longer isn’t sent', async () => {
    const mail = mailOf({ goodUntil: new Date(Date.now() - 1) })
    await room.send(mail)
    await eventually(async () => {
      const { rows } = await database.pool.query('SELECT outcome, content FROM mails')
      expect(rows).toEqual([{ outcome: 'late', content: null }])
    })
    expect(receivedOf(mail)).toEqual([])
  })

  it('passes where nothing is sent, too; and after a month nothing is known of a mail', async () => {
    await running.stop()
    const [late, old, young] = [mailOf({ goodUntil: new Date(Date.now() - 1) }), mailOf(), mailOf()]
    for (const mail of [late, old, young]) await room.send(mail)
    await database.pool.query("UPDATE mails SET kept_at = now() - interval '31 days' WHERE id = $1", [old.id])
    expect(await forgetMails(database.pool, 10)).toBe(1)
    expect(await room.list({ limit: 10 })).toMatchObject([
      { id: young.id, status: 'waiting' },
      { id: late.id, status: 'late' },
    ])
    expect((await stateOf(late)).content).toBeUndefined()
    const { rows } = await database.pool.query('SELECT id FROM waiting_work')
    expect(rows).toEqual([{ id: young.id }])
  })
})

describe('who looks after mails', () => {
  it('has no more to do with what was refused once it is too late for it', async () => {
    const mail = mailOf({ goodUntil: new Date(Date.now() + 3_600_000) })
    server.treat({ recipient: 550 })
    await room.send(mail)
    await until(mail, 'refused')
    expect(await room.list({ isRefused: true, limit: 10 })).toMatchObject([{ id: mail.id }])
    await database.pool.query('UPDATE mails SET good_until = now() WHERE id = $1', [mail.id])
    expect((await stateOf(mail)).status).toBe('late')
    expect(await room.list({ isRefused: true, limit: 10 })).toEqual([])
  })

  it('finds those to an address, and reads on where a page ended', async () => {
    await running.stop()
    const mails = [
      mailOf({ to: 'ada@example.com' }),
      mailOf({ to: 'bob@example.com' }),
      mailOf({ to: 'ada@example.com' }),
    ]
    for (const mail of mails) await room.send(mail)
    const idsOf = async (asked: Parameters<MailRoom['list']>[0]) =>
      (await room.list(asked)).map(({ id }) => id)
    const [first, second, third] = mails.map(({ id }) => id)
    expect(await idsOf({ limit: 10 })).toEqual([third, second, first])
    expect(await idsOf({ to: 'Ada@Example.com', limit: 10 })).toEqual([third, first])
    const [newest] = await room.list({ limit: 1 })
    expect(await idsOf({ before: newest?.nth, limit: 10 })).toEqual([second, first])
  })

  it('is told of what another secret sealed', async () => {
    await running.stop()
    const mail = mailOf()
    await roomOf(server.url, 'another secret, which is no more at all').send(mail)
    running = room.start(leases)
    const state = await until(mail, 'refused')
    expect(state).toMatchObject({ envelope: undefined, content: undefined })
    expect(state.error).toContain('secret')
  })
})
