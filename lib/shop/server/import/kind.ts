/** `zip` is what an .xlsx is; `ole` an .xls, or an .xlsx with a password. */
export type FileKind = 'text' | 'gzip' | 'zip' | 'ole'

const signatures: readonly (readonly [FileKind, string])[] = [
  ['gzip', '1f8b'],
  ['zip', '504b0304'],
  ['ole', 'd0cf11e0a1b11ae1'],
]

/** What a file is, whatever it is called, by its first eight bytes. */
export const kindOf = (head: Buffer): FileKind => {
  const hex = head.toString('hex')
  return signatures.find(([, signature]) => hex.startsWith(signature))?.[0] ?? 'text'
}
