import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { neverQuiet } from '../../e2e/support/never-quiet'
import { printFindings } from './finding'
import type { Stage } from './stage'

const root = fileURLToPath(new URL('../..', import.meta.url))
const mostKilobytes = 160

/** The scripts of the shop's first load, and whether something is in them that only a click would show. */
export const measureJavaScript = async (stage: Stage): Promise<void> => {
  const { first: scripts, later } = await firstLoad(stage)
  const sizes = scripts.map(gzipped)
  const early = (await loadedLater()).filter((module) => isIn(scripts, module))
  printFindings('JavaScript of the first load', [
    {
      what: `${scripts.length} scripts, gzip`,
      measured: sum(sizes) / 1_000,
      unit: 'kB',
      atMost: mostKilobytes,
    },
    { what: 'the largest of them', measured: Math.max(...sizes) / 1_000, unit: 'kB' },
    {
      what: `${later.length} more with the first sign of a hand, gzip`,
      measured: sum(later.map(gzipped)) / 1_000,
      unit: 'kB',
    },
    {
      what: `parts that come on demand, yet are in it${early.map(({ path }) => `, ${path}`).join('')}`,
      measured: early.length,
      unit: '',
      atMost: 0,
    },
  ])
}

const gzipped = (script: string): number => gzipSync(script, { level: 9 }).length
const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

interface FirstLoad {
  readonly first: readonly string[]
  /** What comes when somebody is at the page. */
  readonly later: readonly string[]
}

const firstLoad = async ({ visit, shop }: Stage): Promise<FirstLoad> => {
  const { page, close } = await visit('guest')
  await neverQuiet(page)
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.text())
  })
  await page.goto(shop.url, { waitUntil: 'networkidle' })
  const first = await Promise.all(bodies.splice(0))
  await page.mouse.move(20, 300)
  await page.evaluate(() => window.probe.hydrated)
  await page.waitForLoadState('networkidle')
  const later = await Promise.all(bodies)
  await close()
  return { first, later }
}

interface Module {
  readonly path: string
  /** Texts that minifying leaves as they are. */
  readonly texts: readonly string[]
}

const isIn = (scripts: readonly string[], { texts }: Module): boolean =>
  texts.length > 0 && texts.every((text) => scripts.some((script) => script.includes(text)))

const dynamicImport = /\bimport\('([^']+)'\)/g
const longText = /'([^'\\\n$]{24,})'|"([^"\\\n]{24,})"/g

/** The components that are loaded when they are first needed, by what they alone say. */
const loadedLater = async (): Promise<Module[]> => {
  const files = (await readdir(join(root, 'components'), { recursive: true }))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => join(root, 'components', file))
  const sources = new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
  )
  const targets = [...sources].flatMap(([file, source]) =>
    [...source.matchAll(dynamicImport)].map(([, target = '']) => `${join(dirname(file), target)}.tsx`),
  )
  return [...new Set(targets)].map((path) => ({
    path: relative(root, path),
    texts: textsOf(sources.get(path) ?? ''),
  }))
}

const textsOf = (source: string): string[] =>
  [...source.matchAll(longText)].map(([, single, double]) => single ?? double ?? '')
