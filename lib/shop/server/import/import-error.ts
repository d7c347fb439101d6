/** The file can't be imported, or not on to its end. The message is for the person who asked for it. */
export class ImportError extends Error {
  override name = 'ImportError'
}
