import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { measureFlushRate } from './flush-rate'

it('counts the flushes of a disk and leaves nothing on it', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hindsight-flush-'))
  try {
    const rate = measureFlushRate(directory, 20)
    expect(rate).toBeGreaterThan(0)
    expect(Number.isFinite(rate)).toBe(true)
    expect(readdirSync(directory)).toEqual([])
  } finally {
    rmSync(directory, { recursive: true })
  }
})
