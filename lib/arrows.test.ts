import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const kernel = 'lib/kit/kernel'
const events = 'lib/kit/events'
const history = 'lib/kit/history'
const kitServer = (...rooms: readonly string[]) => [
  'lib/kit/server',
  ...rooms.map((room) => `lib/kit/server/${room}`),
]
/** The kit as a whole, for those that build on it. */
const kit = 'lib/kit'

/** Which room may import from which. A room that isn't listed may be imported by nobody. The kit knows no shop. */
const arrows: Record<string, readonly string[]> = {
  [kernel]: [],
  [events]: [kernel],
  [history]: [kernel, events],
  'lib/kit/client/browser': [],
  'lib/kit/client/page': [],
  'lib/kit/client/keys': ['lib/kit/client/page'],
  // What stands in no room of its own is for all rooms of the server.
  'lib/kit/server': [],
  'lib/kit/server/postgres': kitServer(),
  'lib/kit/server/sealing': [events, ...kitServer('postgres')],
  'lib/kit/server/store': [kernel, events, ...kitServer('postgres', 'sealing')],
  'lib/kit/server/limits': kitServer('store'),
  'lib/kit/server/outage': kitServer('postgres', 'store'),
  'lib/kit/server/aggregates': [kernel, events, ...kitServer('postgres', 'store')],
  'lib/kit/server/commands': [kernel, events, ...kitServer('store', 'limits', 'aggregates')],
  'lib/kit/server/archive': [kernel, events, ...kitServer('postgres', 'store')],
  'lib/kit/server/tail': [kernel, events, ...kitServer('store')],
  'lib/kit/server/subscriptions': [kernel, events, ...kitServer('postgres', 'store', 'tail')],
  'lib/kit/server/projections': [kernel, events, ...kitServer('postgres', 'store', 'subscriptions')],
  'lib/kit/testing': [kernel, events, history, ...kitServer('store')],
  'lib/domain': [kernel],
  'lib/history': [kernel, history, 'lib/domain'],
  'lib/protocol': [kernel, events, 'lib/domain'],
  'lib/server': [kit, 'lib/domain', 'lib/history', 'lib/protocol'],
  'lib/client': [kit, 'lib/domain', 'lib/history', 'lib/protocol'],
  'lib/testing': [kit, 'lib/domain', 'lib/history', 'lib/protocol', 'lib/server'],
  components: [kit, 'lib/domain', 'lib/history', 'lib/protocol', 'lib/client'],
  app: [kit, 'lib/domain', 'lib/history', 'lib/protocol', 'lib/client', 'lib/server', 'components'],
}

/** What runs in a browser takes nothing from a server, not from the kit's either. */
const isOfServer = (room: string): boolean => /^lib\/(kit\/)?server\b/.test(room)
const inBrowser = ['lib/client', 'components']

/** Rooms that are pure: packages they may use at all. */
const packages: Record<string, readonly string[]> = {
  [kernel]: [],
  [events]: ['zod'],
  [history]: [],
  'lib/domain': [],
  'lib/history': [],
  'lib/protocol': ['zod'],
}

/** The folder that an arrow leads from or to: in the kit each room of its server and client, else the floor. */
const roomOf = (path: string): string => {
  const [first = '', second = '', ...folders] = dirname(path).split('/')
  if (first !== 'lib') return first
  if (second !== 'kit') return `lib/${second}`
  const [floor = '', room] = folders
  const hasRooms = floor === 'server' || floor === 'client'
  return ['lib/kit', floor, ...(hasRooms && room ? [room] : [])].join('/')
}

const leadsTo = (from: string, to: string): boolean => {
  if (inBrowser.includes(from) && isOfServer(to)) return false
  return (
    from === to ||
    (arrows[from] ?? []).some((room) => room === to || (room === kit && to.startsWith(`${kit}/`)))
  )
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

const sources = ['lib', 'components', 'app']
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter(
    (path) =>
      /\.tsx?$/.test(path) && !isTest(path) && !path.includes('/generated/') && !/^lib\/[^/]+$/.test(path),
  )

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
    const files = new Set(sources)
    const filesFrom = (path: string): string[] =>
      importsOf(path).flatMap((specifier) => {
        const to = target(path, specifier)
        return [`${to}.ts`, `${to}.tsx`].filter((file) => files.has(file))
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
      .filter((path) => [kernel, history, 'lib/domain', 'lib/history'].includes(roomOf(path)))
      .filter((path) =>
        /new Date\(\)|Date\.now|Math\.random|randomUUID/.test(readFileSync(join(root, path), 'utf8')),
      )
    expect(impure).toEqual([])
  })

  it('knows every room', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in arrows))).toEqual([])
  })
})
