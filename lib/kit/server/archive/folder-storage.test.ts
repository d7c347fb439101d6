import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFolderStorage } from './folder-storage'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hindsight-folder-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

const storage = () => createFolderStorage(join(home, 'not', 'there', 'yet'))

describe('a folder as cold storage', () => {
  it('gives back what was put there last', async () => {
    await storage().put('ab/copy.gz', Buffer.from('first'))
    await storage().put('ab/copy.gz', Buffer.from('second'))
    expect((await storage().get('ab/copy.gz'))?.toString()).toBe('second')
  })

  it('has nothing under other keys, and under those deleted', async () => {
    await storage().put('ab/copy.gz', Buffer.from('x'))
    await storage().delete('ab/copy.gz')
    await storage().delete('ab/copy.gz')
    expect(await storage().get('ab/copy.gz')).toBeUndefined()
    expect(await storage().get('cd/other.gz')).toBeUndefined()
  })

  it('leaves no drafts, however many put at once', async () => {
    const texts = Array.from({ length: 10 }, (_, nth) => String(nth).repeat(100_000))
    await Promise.all(texts.map((text) => storage().put('ab/copy.gz', Buffer.from(text))))
    expect(texts).toContain((await storage().get('ab/copy.gz'))?.toString())
    expect(await readdir(join(home, 'not/there/yet/ab'))).toEqual(['copy.gz'])
  })

  it.each(['../out', 'a/../../out', '/etc/passwd', '', 'a//b', 'a/.hidden', 'a\0b'])(
    'refuses the key %j',
    async (key) => {
      await expect(storage().put(key, Buffer.from('x'))).rejects.toThrow('is no key')
      await expect(storage().get(key)).rejects.toThrow('is no key')
    },
  )
})
