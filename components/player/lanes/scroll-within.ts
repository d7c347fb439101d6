/** Brings an element into the view of what it scrolls in, without moving the page around it. */
export const scrollWithin = (element: Element | null | undefined): void => {
  const scroller = element?.closest('.scroll-quiet')
  if (!element || !scroller) return
  const [shown, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  // What sticks to its edge stands before it.
  const bottom = view.bottom - (Number.parseFloat(getComputedStyle(scroller).scrollPaddingBottom) || 0)
  if (shown.top < view.top) scroller.scrollTop += shown.top - view.top
  else if (shown.bottom > bottom) scroller.scrollTop += shown.bottom - bottom
}
