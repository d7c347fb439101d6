/** A type's name as words: NoteWritten is "Note written". */
export const typeWords = (type: string): string =>
  type.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)
