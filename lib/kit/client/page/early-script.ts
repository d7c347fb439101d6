/**
 * What every page begins with, before any other script: what somebody does to a part of the page that is drawn and whose
 * code isn't there yet (its element says `data-asleep`: `island`, or `part` for one inside of an island that comes later
 * still) is kept for it, in order; and so is what they do while that is being done. It is read by `early.ts`.
 *
 * The browser goes on with what it does by itself, as writing into a field; the page's own code hears of it when it has
 * come. What a button does by itself (`popovertarget`, the links) needs none.
 *
 * What is drawn anew between press and release has no click of its own: it is kept, too, where the hand didn't move away.
 *
 * A pointer that rests where the page comes up is told to have moved there; it is the next move that a hand made.
 */
export const earlyScript = `(() => {
  const early = (window.early = { kept: [], isRepeating: false, isWanted: false, waiting: [] })
  const quietly = { capture: true, passive: true }
  const signs = ['pointerdown', 'keydown', 'focusin', 'wheel', 'scroll']
  let pointer
  const onMove = ({ screenX, screenY }) => {
    if (pointer && (pointer.screenX !== screenX || pointer.screenY !== screenY)) early.want()
    pointer = { screenX, screenY }
  }
  early.want = () => {
    early.isWanted = true
    removeEventListener('pointermove', onMove, quietly)
    for (const sign of signs) removeEventListener(sign, early.want, quietly)
    for (const go of early.waiting.splice(0)) go()
  }
  addEventListener('pointermove', onMove, quietly)
  for (const sign of signs) addEventListener(sign, early.want, quietly)
  const isField = (target) => target.matches('input:not([type=range]),textarea,select,[contenteditable]')
  const placeOf = {
    click: (target) => {
      const button = target.closest('button')
      return button && !button.popoverTargetElement ? button : null
    },
    input: (target) => target,
    keydown: (target) => (isField(target) ? null : target),
  }
  const nthOf = (element) => [...element.parentElement.children].filter(({ localName }) => localName === element.localName).indexOf(element) + 1
  const pathOf = (target) => {
    const path = []
    for (let each = target; each.parentElement; each = each.parentElement) path.unshift(each.localName + ':nth-of-type(' + nthOf(each) + ')')
    return path.join('>')
  }
  const keep = (event) => {
    const target = event.target instanceof Element ? placeOf[event.type](event.target) : null
    const isMeanwhile = early.isRepeating && event.isTrusted
    const isKept = target && (isMeanwhile || target.closest('[data-asleep]') || (target === document.body && document.querySelector('[data-asleep=island],[data-asleep=ready]')))
    if (!isKept) return
    event.stopImmediatePropagation()
    early.kept.push({ event, target, path: pathOf(target) })
    early.want()
  }
  for (const name in placeOf) addEventListener(name, keep, true)
  let pressed
  const pressOf = ({ target, isPrimary, button, screenX, screenY }) => {
    const place = isPrimary && button === 0 && target instanceof Element ? placeOf.click(target) : null
    return place && place.closest('[data-asleep]') && { target: place, path: pathOf(place), screenX, screenY }
  }
  addEventListener('pointerdown', (event) => { pressed = pressOf(event) }, true)
  addEventListener('pointerup', ({ screenX, screenY }) => {
    const isLost = pressed && !pressed.target.isConnected && Math.hypot(screenX - pressed.screenX, screenY - pressed.screenY) < 10
    if (isLost) early.kept.push({ event: new MouseEvent('click'), target: pressed.target, path: pressed.path })
    if (isLost && early.repeat) early.repeat()
    pressed = null
  }, true)
})()`
