/**
 * What makes UTF-8 of a file whose first bytes say that it is UTF-16, as Excel writes its "Unicode text"; others
 * are left as they are. Its bytes may come in any pieces.
 */
export const decoderFor = (head: Buffer): ((bytes: Buffer) => Buffer) => {
  const encoding = { fffe: 'utf-16le', feff: 'utf-16be' }[head.toString('hex', 0, 2)]
  if (!encoding) return (bytes) => bytes
  const decoder = new TextDecoder(encoding)
  return (bytes) => Buffer.from(decoder.decode(bytes, { stream: true }))
}
