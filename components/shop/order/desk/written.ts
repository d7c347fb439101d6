/** What was written into a field; undefined where nothing was. */
export const written = (fields: FormData, name: string): string | undefined => {
  const text = String(fields.get(name) ?? '').trim()
  return text === '' ? undefined : text
}
