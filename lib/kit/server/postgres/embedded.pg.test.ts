import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  connect,
  createHarness,
  end,
  killPostgres,
  pidFileOf,
  postmasterPid,
  query,
} from '../../testing/embedded-harness'

const lasting = createHarness()
const harness = createHarness()

const start = (home: string) => harness.start(home)

/** A cluster that was used before. It is stopped after each test, which leaves it as it was otherwise. */
let used: string
const portOf = (url: string) => Number(new URL(url).port)

beforeAll(async () => {
  used = await lasting.home()
  const postgres = await lasting.start(used)
  await query(postgres.url, 'create table kept as select 42 as answer')
  await postgres.stop()
})
afterAll(() => lasting.cleanUp())
afterEach(async () => {
  await harness.cleanUp()
  await killPostgres(used, 'SIGINT')
})

describe('starting', () => {
  test('makes a durable cluster that only listens on loopback and wants a password', async () => {
    const home = await harness.home()
    const postgres = await start(home)

    expect(postgres.adopted).toBe(false)
    const [settings] = await query(
      postgres.url,
      `select current_database() as database, current_setting('fsync') as fsync,
              current_setting('synchronous_commit') as synchronous_commit,
              current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets,
              current_setting('server_encoding') as encoding, current_setting('password_encryption') as passwords,
              current_setting('max_connections') as max_connections`,
    )
    expect(settings).toEqual({
      database: 'hindsight',
      fsync: 'on',
      synchronous_commit: 'on',
      listen: '127.0.0.1',
      sockets: '',
      encoding: 'UTF8',
      passwords: 'scram-sha-256',
      max_connections: '200',
    })
    const wrong = postgres.url.replace(/:[^:@]+@/, ':wrong@')
    await expect(query(wrong, 'select')).rejects.toMatchObject({ code: '28P01' })
    expect((await stat(join(home, 'postgres.password'))).mode & 0o777).toBe(0o600)

    await postgres.stop()
    await expect(query(postgres.url, 'select')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test.skipIf(process.getuid?.() !== 0)(
    'as root in a directory only root may enter, drops all but the way there',
    async () => {
      expect((await stat(used)).mode & 0o777).toBe(0o700)
      await start(used)

      const status = await readFile(`/proc/${postmasterPid(used)}/status`, 'utf8')
      expect(status).not.toMatch(/^Uid:\t0/m)
      // Bit 2 is dac_read_search, bit 1 dac_override, of which one is enough.
      expect(status).toMatch(/^CapEff:\t0{15}[24]$/m)
    },
  )

  test.skipIf(process.getuid?.() !== 0)(
    'as root, takes over files that belong to root, as after a copy',
    async () => {
      execFileSync('chown', ['-R', '0:0', used])
      const postgres = await start(used)
      expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    },
  )

  test('again finds the data on the same port', async () => {
    const first = await start(used)
    await first.stop()
    const second = await start(used)
    expect(second).toMatchObject({ adopted: false, url: first.url })
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('takes another port when somebody took the last one', async () => {
    const first = await start(used)
    await first.stop()
    const squatter = createServer().listen(portOf(first.url), '127.0.0.1')
    await once(squatter, 'listening')
    try {
      const second = await start(used)
      expect(portOf(second.url)).not.toBe(portOf(first.url))
      expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    } finally {
      squatter.close()
    }
  })

  test('says what is missing when the password is lost', async () => {
    const [file, elsewhere] = [join(used, 'postgres.password'), join(used, 'elsewhere')]
    await rename(file, elsewhere)
    try {
      await expect(start(used)).rejects.toThrow(/put the file .*postgres\.password back/)
    } finally {
      await rename(elsewhere, file)
    }
  })

  test('says why when Postgres does not start', async () => {
    const settings = join(used, 'postgres', 'postgresql.auto.conf')
    await writeFile(settings, "max_connections = 'many'\n")
    try {
      await expect(start(used)).rejects.toThrow(/does not start .*max_connections/s)
    } finally {
      await writeFile(settings, '')
    }
  })
})

describe('two processes', () => {
  test('that start at the same moment on a fresh directory share one cluster', async () => {
    const home = await harness.home()
    const nodes = await Promise.all([harness.startNode(home), harness.startNode(home)])
    expect(nodes[0].postgres.url).toBe(nodes[1].postgres.url)
    expect(nodes.map((node) => node.postgres.adopted).sort()).toEqual([false, true])
  })

  test('that start at the same moment over a misleading pid file share one cluster', async () => {
    await writeFile(pidFileOf(used), `${process.pid}\n${used}/postgres\n0\n1\n`)
    const [a, b] = await Promise.all([start(used), start(used)])
    expect(a.url).toBe(b.url)
    expect(await query(a.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('take turns: one arrives while the last one leaves', async () => {
    let leaving = await start(used)
    for (let round = 0; round < 4; round++) {
      const [arrived] = await Promise.all([start(used), leaving.stop()])
      expect(await query(arrived.url, 'select answer from kept')).toEqual([{ answer: 42 }])
      leaving = arrived
    }
  })
})

describe('adopting', () => {
  test('the server that a killed process left behind', async () => {
    const node = await harness.startNode(used)
    await end(node, 'SIGKILL')

    const postgres = await start(used)
    expect(postgres).toMatchObject({ adopted: true, url: node.postgres.url })
    await postgres.stop()
    await expect(query(postgres.url, 'select')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('survives Ctrl+C in the terminal, which goes to the whole process group', async () => {
    const node = await harness.startNode(used)
    const exited = once(node, 'exit')
    process.kill(-(node.pid as number), 'SIGINT')
    await exited
    expect(await query(node.postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('does not fall for the pid file of a killed server', async () => {
    const node = await harness.startNode(used)
    await end(node, 'SIGKILL')
    await killPostgres(used, 'SIGKILL')
    const postgres = await start(used)
    expect(postgres).toMatchObject({ adopted: false, url: node.postgres.url })
    expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }])
  })

  test('does not fall for a pid that now belongs to another process', async () => {
    await writeFile(pidFileOf(used), `${process.pid}\n${used}/postgres\n0\n1\n`)
    expect(await start(used)).toMatchObject({ adopted: false })
  })

  test('does not fall for a pid file that a crash of the machine left empty', async () => {
    await writeFile(pidFileOf(used), '')
    execFileSync('touch', ['-d', '1 minute ago', pidFileOf(used)])
    expect(await start(used)).toMatchObject({ adopted: false })
  })

  test('does not take the original for the copy, though password and pid file are the same', async () => {
    const first = await start(used)
    const copy = await harness.home(used)
    const second = await start(copy)
    expect(second.adopted).toBe(false)
    expect(portOf(second.url)).not.toBe(portOf(first.url))
  })
})

describe('stopping', () => {
  test('is left to the last one', async () => {
    const node = await harness.startNode(used)
    const postgres = await start(used)
    expect(postgres.adopted).toBe(true)

    await postgres.stop()
    expect(await query(postgres.url, 'select answer from kept')).toEqual([{ answer: 42 }])
    node.stdin?.write('stop\n')
    await once(node, 'exit')
    await expect(query(postgres.url, 'select')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('does not happen while any other client is connected', async () => {
    const postgres = await start(used)
    const other = await connect(postgres.url)
    await postgres.stop()
    expect((await other.query('select answer from kept')).rows).toEqual([{ answer: 42 }])
    await other.end()
  })

  test('waits for our own closing connections to be gone', async () => {
    const postgres = await start(used)
    const clients = await Promise.all(Array.from({ length: 10 }, () => connect(postgres.url)))
    for (const client of clients) void client.end()
    await postgres.stop()
    await expect(query(postgres.url, 'select')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('happens once, however often it is asked for', async () => {
    const postgres = await start(used)
    await Promise.all([postgres.stop(), postgres.stop()])
    await postgres.stop()
  })
})
