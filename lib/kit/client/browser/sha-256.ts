export type Bytes = Uint8Array<ArrayBuffer>

/** Of texts (as UTF-8) and bytes, one after another. Pages from plain http have no `crypto.subtle`: there it is computed. */
export const sha256 = async (...parts: readonly (string | Bytes)[]): Promise<Bytes> => {
  const content = await new Blob([...parts]).arrayBuffer()
  if (globalThis.crypto?.subtle) return new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  const { sha256: compute } = await import('@noble/hashes/sha2.js')
  return compute(new Uint8Array(content)) as Bytes
}
