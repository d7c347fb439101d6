type Field = HTMLInputElement | HTMLTextAreaElement

const isField = (target: unknown): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** A slider or a box has no half-written text; a number is done when the field is left. */
const holdsText = ({ type }: Field): boolean =>
  !['range', 'checkbox', 'radio', 'number', 'button'].includes(type)

const touched = new Set<Field>()

const onInput = ({ target }: Event): void => {
  if (isField(target)) touched.add(target)
}

/** Watches what is written on the page; gives what stops it. */
export const watchFields = (): (() => void) => {
  document.addEventListener('input', onInput)
  return () => document.removeEventListener('input', onInput)
}

const isHalfFilled = (field: Field): boolean =>
  field.isConnected && (field === document.activeElement || (holdsText(field) && field.value !== ''))

/** What shows that somebody is at something which only this page has. */
const begun = '[role=dialog],[role=alertdialog],[role=menu],dialog[open],:popover-open,[data-unsaved]'

/** Much of it waits in the page without being there for anybody. */
const isShown = (element: Element): boolean => element.getClientRects().length > 0

/** Is somebody at something that would be gone with the page? */
export const isPageBusy = (): boolean => {
  for (const field of touched) if (!field.isConnected) touched.delete(field)
  return [...touched].some(isHalfFilled) || [...document.querySelectorAll(begun)].some(isShown)
}
