import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './checks'

const folders = ['app', 'bench', 'components', 'docs', 'e2e', 'lib', 'prisma', 'scripts']

/** Every file and folder of the project, from its root. */
const paths = folders
  .flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((file) => join('/', top, file)),
  )
  .filter((path) => !path.includes('/node_modules/') && !path.includes('/generated/'))

const isThere = (named: string): boolean => {
  if (existsSync(join(root, named))) return true
  const wanted = `/${named.replace(/\/$/, '')}`
  return paths.some((path) => path === wanted || path.endsWith(wanted))
}

/** What a text names as a file or a folder of the project: with a known ending, or a slash at its end. */
const namedIn = (text: string): string[] =>
  [...text.matchAll(/`([\w@().[\]-]+(?:\/[\w@().[\]-]+)*(?:\.(?:ts|tsx|md|sql|json|js)|\/))`/g)].map(
    ([, path = '']) => path,
  )

/** Where a text's links lead within the project. */
const linkedIn = (document: string, text: string): string[] =>
  [...text.matchAll(/\]\(([^)#:\s]+)\)/g)].map(([, path = '']) => join(dirname(document), path))

/** What only a running or built shop has, and names that stand for any file of their kind. */
const elsewhere = /^(?:\.|node_modules\/|next-env\.d\.ts$|x\.(?:pg\.)?test\.ts$)/

it.each(['README.md', 'ARCHITECTURE.md', 'docs/design.md', 'docs/tutorial.md', 'bench/README.md'])(
  'all that %s names is there',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8')
    const named = [...namedIn(text), ...linkedIn(document, text)].filter((path) => !elsewhere.test(path))
    expect(named.length).toBeGreaterThan(0)
    expect([...new Set(named)].filter((path) => !isThere(path))).toEqual([])
  },
)
