import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which room may import from which. A room that isn't listed may be imported by nobody. */
const arrows: Record<string, readonly string[]> = {
  'lib/kernel': [],
  'lib/domain': ['lib/kernel'],
  'lib/history': ['lib/kernel', 'lib/domain'],
  'lib/protocol': ['lib/kernel', 'lib/domain'],
  'lib/server': ['lib/kernel', 'lib/domain', 'lib/history', 'lib/protocol'],
  'lib/client': ['lib/kernel', 'lib/domain', 'lib/history', 'lib/protocol'],
  'lib/testing': ['lib/kernel', 'lib/domain', 'lib/history', 'lib/protocol', 'lib/server'],
  components: ['lib/kernel', 'lib/domain', 'lib/history', 'lib/protocol', 'lib/client'],
  app: ['lib/kernel', 'lib/domain', 'lib/history', 'lib/protocol', 'lib/client', 'lib/server', 'components'],
}

/** Rooms that are pure: packages they may use at all. */
const packages: Record<string, readonly string[]> = {
  'lib/kernel': [],
  'lib/domain': [],
  'lib/history': [],
  'lib/protocol': ['zod'],
}

const roomOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/')
  return first === 'lib' ? `lib/${second}` : first
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
          const into = roomOf(to)
          return into === room || arrows[room]?.includes(into) ? [] : [`${path} -> ${to}`]
        }),
      )
    expect(wrong).toEqual([])
  })

  it('the pure rooms have no clock and no dice', () => {
    const impure = sources
      .filter((path) => ['lib/kernel', 'lib/domain', 'lib/history'].includes(roomOf(path)))
      .filter((path) =>
        /new Date\(\)|Date\.now|Math\.random|randomUUID/.test(readFileSync(join(root, path), 'utf8')),
      )
    expect(impure).toEqual([])
  })

  it('knows every room', () => {
    expect([...new Set(sources.map(roomOf))].filter((room) => !(room in arrows))).toEqual([])
  })
})
