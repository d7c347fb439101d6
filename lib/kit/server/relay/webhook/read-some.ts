const most = 64 * 1024

/** The beginning of an answer's text; the rest is left, however long it is. */
export const readSome = async ({ body }: Response): Promise<string> => {
  if (!body) return ''
  const pieces: Uint8Array[] = []
  let bytes = 0
  // Whoever stops here cancels what is still to come.
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    pieces.push(piece)
    bytes += piece.byteLength
    if (bytes > most) break
  }
  return Buffer.concat(pieces).toString()
}
