import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './checks'

const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8')

const blocks = [...page.matchAll(/```(ts|sql)(?: (run|file=(\S+)))?\n(.*?)\n```/gs)].map(
  ([, , what = '', file = '', text = '']) => ({ what, file, text }),
)
const told = blocks.filter(({ file }) => file !== '')
const run = blocks.filter(({ what }) => what === 'run')

it('every block is a file’s, or runs', () => {
  expect(told.length).toBeGreaterThan(10)
  expect(run.length).toBeGreaterThan(0)
  expect(told.length + run.length).toBe(blocks.length)
})

it.each(told)('what it tells of $file stands there', ({ file, text }) => {
  expect(readFileSync(join(root, file), 'utf8')).toContain(text)
})

it.each(run)('a block that runs holds', async ({ text }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tutorial-'))
  try {
    const file = join(folder, 'block.ts')
    writeFileSync(file, text.replaceAll("from '@/", `from '${root}`))
    await import(/* @vite-ignore */ file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
