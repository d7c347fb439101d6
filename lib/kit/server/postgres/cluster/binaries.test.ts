import { mkdir, mkdtemp, readFile, readlink, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { locateBinaries, restoreSymlinks } from './binaries'

let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hindsight-binaries-'))
  await mkdir(join(root, 'native', 'lib'), { recursive: true })
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('the links that an install without scripts leaves out are restored', async () => {
  await writeFile(join(root, 'native/lib/libpq.so.5.18'), 'library')
  await writeFile(
    join(root, 'native/pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  )
  await Promise.all([restoreSymlinks(root), restoreSymlinks(root)])
  expect(await readlink(join(root, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
  expect(await readFile(join(root, 'native/lib/libpq.so.5'), 'utf8')).toBe('library')
})

test('a package without links is fine', () => restoreSymlinks(root))

test('this machine has its programs', async () => {
  expect(await locateBinaries()).toMatchObject({ postgres: expect.stringContaining('postgres') })
})
