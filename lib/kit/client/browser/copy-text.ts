/**
 * Puts a text on the clipboard; false where the browser refuses. Pages from plain http have no clipboard API: there a
 * field that nobody sees is selected and copied, as before there was one.
 */
export const copyText = async (text: string): Promise<boolean> => {
  if (!navigator.clipboard) return copySelected(text)
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copySelected(text),
  )
}

const copySelected = (text: string): boolean => {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.setAttribute('aria-hidden', 'true')
  field.style.cssText = 'position:fixed;top:0;opacity:0'
  // Within a dialog that holds the focus, nothing outside could be selected.
  const place = before?.closest('[role=dialog],[role=menu]') ?? document.body
  place.append(field)
  try {
    field.select()
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  }
}
