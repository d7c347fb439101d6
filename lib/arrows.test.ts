import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const kernel = 'lib/kit/kernel'
const events = 'lib/kit/events'
const history = 'lib/kit/history'
const streams = 'lib/kit/streams'
const wire = 'lib/kit/wire'
const processes = 'lib/kit/processes'
const kitServer = (...rooms: readonly string[]) => [
  'lib/kit/server',
  ...rooms.map((room) => `lib/kit/server/${room}`),
]
const kitClient = (...rooms: readonly string[]) => rooms.map((room) => `lib/kit/client/${room}`)
/** The kit as a whole, for those that build on it. */
const kit = 'lib/kit'

/** The floors of the shop, whichever aggregate they belong to. */
const domain = 'shop: domain'
const shopWire = 'shop: wire'
const shopServer = 'shop: server'
const shopClient = 'shop: client'
const shopTesting = 'shop: testing'

/** Which room may import from which. A room that isn't listed may be imported by nobody. The kit knows no shop. */
const arrows: Record<string, readonly string[]> = {
  [kernel]: [],
  [events]: [kernel],
  [history]: [kernel, events],
  [streams]: [kernel, events, history],
  [wire]: [kernel, events, history, streams],
  [processes]: [kernel, events, streams],
  'lib/kit/client/browser': [],
  'lib/kit/client/page': kitClient('browser'),
  'lib/kit/client/keys': kitClient('page'),
  'lib/kit/client/connection': [kernel, events, wire, ...kitClient('browser', 'page')],
  'lib/kit/client/stream-log': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitClient('browser', 'page', 'connection'),
  ],
  'lib/kit/client/outbox': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitClient('browser', 'page', 'connection', 'stream-log', 'session'),
  ],
  'lib/kit/client/playhead': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitClient('page', 'connection', 'stream-log', 'session'),
  ],
  'lib/kit/client/story': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitClient('page', 'connection', 'stream-log', 'session', 'playhead'),
  ],
  'lib/kit/client/presence': [
    kernel,
    events,
    wire,
    ...kitClient('page', 'connection', 'playhead', 'session'),
  ],
  'lib/kit/client/scan': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitClient('browser', 'page', 'playhead', 'session'),
  ],
  'lib/kit/client/session': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitClient('page', 'connection', 'stream-log'),
  ],
  // What stands in no room of its own is for all rooms of the server.
  'lib/kit/server': [],
  'lib/kit/server/postgres': kitServer(),
  'lib/kit/server/sealing': [events, ...kitServer('postgres')],
  'lib/kit/server/store': [kernel, events, ...kitServer('postgres', 'sealing')],
  'lib/kit/server/limits': kitServer('store'),
  'lib/kit/server/outage': kitServer('postgres', 'store'),
  'lib/kit/server/access': [events, streams, wire, ...kitServer('store')],
  'lib/kit/server/aggregates': [kernel, events, streams, ...kitServer('postgres', 'sealing', 'store')],
  'lib/kit/server/commands': [kernel, events, streams, wire, ...kitServer('store', 'limits', 'aggregates')],
  'lib/kit/server/archive': [kernel, events, streams, ...kitServer('postgres', 'store')],
  'lib/kit/server/tail': [kernel, events, ...kitServer('store')],
  'lib/kit/server/subscriptions': [kernel, events, ...kitServer('postgres', 'store', 'tail')],
  'lib/kit/server/work': kitServer('postgres', 'store', 'tail', 'subscriptions'),
  'lib/kit/server/projections': [kernel, events, streams, ...kitServer('postgres', 'store', 'subscriptions')],
  'lib/kit/server/processes': [
    kernel,
    events,
    streams,
    processes,
    wire,
    ...kitServer('postgres', 'store', 'aggregates', 'commands', 'tail', 'subscriptions', 'work'),
  ],
  'lib/kit/server/mail': [
    kernel,
    ...kitServer('postgres', 'sealing', 'store', 'tail', 'subscriptions', 'work'),
  ],
  'lib/kit/server/engine': [
    kernel,
    events,
    streams,
    processes,
    ...kitServer(
      'postgres',
      'sealing',
      'store',
      'aggregates',
      'commands',
      'archive',
      'tail',
      'subscriptions',
      'projections',
      'processes',
      'relay',
    ),
  ],
  'lib/kit/server/http': [
    kernel,
    events,
    streams,
    wire,
    ...kitServer('postgres', 'limits', 'outage', 'store', 'access'),
  ],
  'lib/kit/server/export': [kernel, events, wire, ...kitServer('store', 'http')],
  'lib/kit/server/relay': [
    kernel,
    events,
    wire,
    ...kitServer('postgres', 'store', 'tail', 'subscriptions', 'work', 'export'),
  ],
  'lib/kit/server/streams': [
    kernel,
    events,
    history,
    streams,
    wire,
    ...kitServer('postgres', 'store', 'aggregates', 'export', 'http', 'access'),
  ],
  'lib/kit/server/live': [
    kernel,
    events,
    streams,
    wire,
    ...kitServer('store', 'tail', 'limits', 'http', 'access'),
  ],
  'lib/kit/testing': [
    kernel,
    events,
    history,
    streams,
    wire,
    processes,
    ...kitServer(
      'postgres',
      'sealing',
      'store',
      'aggregates',
      'commands',
      'archive',
      'tail',
      'engine',
      'subscriptions',
      'work',
      'processes',
      'projections',
      'access',
      'export',
      'relay',
    ),
  ],
  [domain]: [kernel, events, history, streams, processes],
  [shopWire]: [kernel, events, streams, wire, processes, domain],
  [shopServer]: [kit, domain, shopWire],
  [shopClient]: [kit, domain, shopWire],
  [shopTesting]: [kit, domain, shopWire, shopServer],
  'components/ui': [kit],
  'components/player': [kit, 'components/ui'],
  'components/shop': [kit, domain, shopWire, shopClient, 'components/ui', 'components/player'],
  app: [
    kit,
    domain,
    shopWire,
    shopClient,
    shopServer,
    'components/ui',
    'components/player',
    'components/shop',
  ],
}

/** What runs in a browser takes nothing from a server, not from the kit's either. */
const isOfServer = (room: string): boolean => /^lib\/kit\/server\b/.test(room) || room === shopServer
const isInBrowser = (room: string): boolean => room === shopClient || room.startsWith('components/')

/** Rooms that are pure: packages they may use at all. */
const packages: Record<string, readonly string[]> = {
  [kernel]: [],
  [events]: ['zod'],
  [history]: [],
  [streams]: [],
  [wire]: ['zod'],
  [processes]: ['zod', 'uuid'],
  // An order's number is made of a hash.
  [domain]: ['@noble/hashes/sha2.js'],
  [shopWire]: ['zod', 'localized-address-format', 'postcode-validator'],
}

/** The folder that an arrow leads from or to: in the kit each room of its server and client, in the shop a floor. */
const roomOf = (path: string): string => {
  const folders = dirname(path).split('/')
  if (folders[0] === 'components') return folders.slice(0, 2).join('/')
  if (folders[0] !== 'lib') return folders[0] ?? ''
  if (folders[1] === 'shop')
    return `shop: ${['server', 'client', 'wire', 'testing'].find((floor) => folders.includes(floor)) ?? 'domain'}`
  if (folders[1] !== 'kit') return folders.slice(0, 2).join('/')
  const hasRooms = folders[2] === 'server' || folders[2] === 'client'
  return folders.slice(0, hasRooms ? 4 : 3).join('/')
}

const leadsTo = (from: string, to: string): boolean => {
  if (isInBrowser(from) && isOfServer(to)) return false
  return (
    from === to ||
    (arrows[from] ?? []).some((room) => room === to || (room === kit && to.startsWith(`${kit}/`)))
  )
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

const files = ['lib', 'components', 'app']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('/generated/') && !/^lib\/[^/]+$/.test(path))
const sources = files.filter((path) => !isTest(path))

const importsOf = (path: string): string[] => {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport\(?)\s*['"]([.@\w][^'"\s,|]*)['"]/g)].map(
    (match) => match[1] as string,
  )
}

/** Where an import leads: a path in the project, or undefined for a package. */
const target = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('@/')) return specifier.slice(2)
  return specifier.startsWith('.') ? relative(root, join(root, dirname(from), specifier)) : undefined
}

describe('arrows between rooms', () => {
  it('finds sources to check', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(100)
  })

  it.each(Object.keys(arrows))('%s imports only where its arrows lead', (room) => {
    const wrong = sources
      .filter((path) => roomOf(path) === room)
      .flatMap((path) =>
        importsOf(path).flatMap((specifier) => {
          const to = target(path, specifier)
          if (to === undefined) {
            const allowed = packages[room]
            return allowed && !allowed.includes(specifier) ? [`${path} -> ${specifier}`] : []
          }
          return leadsTo(room, roomOf(to)) ? [] : [`${path} -> ${to}`]
        }),
      )
    expect(wrong).toEqual([])
  })

  it('no files import each other in a circle, not for a type either', () => {
    const all = new Set(sources)
    const filesFrom = (path: string): string[] =>
      importsOf(path).flatMap((specifier) => {
        const to = target(path, specifier)
        return [`${to}.ts`, `${to}.tsx`].filter((file) => all.has(file))
      })
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '))
      if (way.includes(path) || done.has(path)) return
      for (const next of filesFrom(path)) walk(next, [...way, path])
      done.add(path)
    }
    for (const path of sources) walk(path, [])
    expect(circles).toEqual([])
  })

  it('the pure rooms have no clock and no dice', () => {
    const impure = sources
      .filter((path) => [kernel, history, processes, domain].includes(roomOf(path)))
      .filter((path) =>
        /new Date\(\)|Date\.now|Math\.random|randomUUID/.test(readFileSync(join(root, path), 'utf8')),
      )
    expect(impure).toEqual([])
  })

  it('the tests of the kit import nothing of the shop either', () => {
    const tests = files.filter((path) => isTest(path) && path.startsWith(`${kit}/`))
    expect(tests.length).toBeGreaterThan(100)
    const wrong = tests.flatMap((path) =>
      importsOf(path)
        .map((specifier) => target(path, specifier))
        .filter((to) => to !== undefined && !to.startsWith(`${kit}/`))
        .map((to) => `${path} -> ${to}`),
    )
    expect(wrong).toEqual([])
  })

  it('knows every room', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in arrows))).toEqual([])
  })
})
