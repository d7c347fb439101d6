/** Of an error its first line, without its kind, which only a program asks for. */
export const firstLine = (error: string): string => (error.split('\n')[0] ?? '').replace(/^[A-Z]\w*: /, '')
