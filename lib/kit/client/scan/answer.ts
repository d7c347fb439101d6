import type { ScanFinding } from './scan'

/** All that was found so far to a question. */
export type Answer = ScanFinding

/** An answer with a piece more; the first piece begins it, also where there was one before. */
export const withMore = (before: Answer | undefined, more: ScanFinding): Answer =>
  before && more.after > 0
    ? {
        versions: joined(Uint32Array, before.versions, more.versions),
        times: joined(Float64Array, before.times, more.times),
        types: joined(Uint8Array, before.types, more.types),
        after: 0,
        upTo: more.upTo,
      }
    : more

type Numbers = Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

const joined = <Kind extends Numbers>(
  kind: new (length: number) => Kind,
  first: Kind,
  second: Kind,
): Kind => {
  if (second.length === 0) return first
  const both = new kind(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}
