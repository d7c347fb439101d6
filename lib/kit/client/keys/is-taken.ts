import type { KeyStroke } from './stroke'

const typedIn =
  'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])'
const overlays = ':popover-open, [role=dialog]:not([popover]), [role=alertdialog], [role=menu]'
const pressable =
  'a[href], button, summary, input:not([type=range]), [role=button], [role=tab], [role=checkbox], [role=switch], [role=radio], [role=option]'
const walkable =
  'input, [role=slider], [role=tab], [role=radio], [role=option], [role=listbox], [role=grid], [role=tree], [role=separator]'

const scrolling = new Set(['Space', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** Is there more of it, in the direction a key scrolls? */
const hasMore = (element: Element, key: string): boolean =>
  key === 'ArrowLeft' || key === 'ArrowRight'
    ? element.scrollWidth > element.clientWidth
    : element.scrollHeight > element.clientHeight

const scrolls = (element: Element, key: string): boolean =>
  /auto|scroll/.test(getComputedStyle(element).overflow) && hasMore(element, key)

/**
 * Does the page need a key for something else? Fields are typed in, dialogs and menus keep all keys, a button is
 * pressed by Space and a slider moved by arrows; and a page that scrolls does so while the focus isn't at the desk.
 */
export const isTaken = ({ mod, alt, key }: KeyStroke, target: EventTarget | null): boolean => {
  if (!(target instanceof Element)) return false
  if (target.closest(typedIn) || document.querySelector(overlays)) return true
  if (mod || alt || !scrolling.has(key)) return false
  if (target.closest(key === 'Space' ? pressable : walkable)) return true
  return scrolls(target, key) || (!target.closest('[data-desk]') && hasMore(document.documentElement, key))
}
