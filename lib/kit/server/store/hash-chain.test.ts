import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../events/canonical-json'
import type { HashedParts } from '../../events/hashed-text'
import { chainHash, contentHash } from './hash-chain'

const sha256 = (text: string) => createHash('sha256').update(text).digest()

const parts: HashedParts = {
  data: '{"lines":2}',
  eventId: '0198f0c2-7e9b-7f00-8000-000000000001',
  metadata: '{"actor":null}',
  occurredAt: '2026-01-02T03:04:05.678Z',
  schemaVersion: 1,
  tags: undefined,
  type: 'NoteWritten',
}

describe("an event's hash", () => {
  it.each([undefined, [], ['a "tag"', 'thé']])('is that of its canonical JSON, with tags %j', (tags) => {
    const whole = {
      ...parts,
      data: JSON.parse(parts.data),
      metadata: JSON.parse(parts.metadata),
      tags: tags?.length ? tags : undefined,
    }
    expect(contentHash({ ...parts, tags })).toEqual(sha256(canonicalJson(whole)))
  })

  it('is another one when any part of it is', () => {
    const changes: Partial<HashedParts>[] = [
      {},
      { data: '{"lines":3}' },
      { eventId: '0198f0c2-7e9b-7f00-8000-000000000002' },
      { metadata: '{}' },
      { occurredAt: '2026-01-02T03:04:05.679Z' },
      { schemaVersion: 2 },
      { tags: ['t'] },
      { type: 'NoteRemoved' },
    ]
    const hashes = changes.map((change) => contentHash({ ...parts, ...change }).toString('hex'))
    expect(new Set(hashes).size).toBe(changes.length)
  })

  it('is chained to the one before it, its stream and its version', () => {
    const content = contentHash(parts)
    const stream = { type: 'notebook', id: 'thé' }
    const first = chainHash(Buffer.alloc(0), content, stream, 1)
    expect(first).toEqual(createHash('sha256').update(content).update('notebook/thé@1').digest())
    const others = [
      chainHash(first, content, stream, 1),
      chainHash(Buffer.alloc(0), content, stream, 2),
      chainHash(Buffer.alloc(0), content, { ...stream, id: 'tea' }, 1),
      chainHash(Buffer.alloc(0), content, { ...stream, type: 'order' }, 1),
    ]
    expect(new Set([first, ...others].map((hash) => hash.toString('hex'))).size).toBe(5)
  })
})
