import { whenQuiet } from './when-quiet'

/** What somebody did to a part of the page before its code was there. */
interface KeptEvent {
  readonly event: Event
  readonly target: HTMLElement
  /** A selector that says where it stood: among those of its kind, of whose children. What is drawn anew may come after its neighbours. */
  readonly path: string
}

/** What was done longer ago, to something that isn't there any more, is not done at all. */
const patienceMs = 30_000

/** What the script in every page's head (`early-script.ts`) noted until now. */
interface Early {
  readonly kept: KeptEvent[]
  /** Is what was kept being done? Then what somebody does comes after it. */
  isRepeating: boolean
  /** Did a part wake since that began, or was more kept of one that is awake? */
  isToRepeat?: boolean
  /** Does what was kept, but of parts that are asleep. */
  repeat?: () => void
  readonly isWanted: boolean
  readonly waiting: (() => void)[]
  readonly want: () => void
}

declare global {
  interface Window {
    readonly early?: Early
  }
}

/** From now on the whole page is wanted. */
export const wantPage = (): void => window.early?.want()

/** Resolves when somebody is at the page: with the first sign of a hand or a key, else once the page is quiet. */
export const whenWanted = (): Promise<void> =>
  new Promise((resolve) => {
    const { early } = window
    if (!early || early.isWanted) return resolve()
    early.waiting.push(resolve)
    whenQuiet(early.want)
  })

/**
 * A part of the page has its code. When all islands have theirs, what was done to whatever is awake is done now, in order:
 * what one of them does may change how another looks, which has to be taken over as the server drew it.
 */
export const wake = async (part: HTMLElement): Promise<void> => {
  part.dataset.asleep = 'ready'
  if (document.querySelector('[data-asleep=island]')) return
  for (const ready of document.querySelectorAll('[data-asleep=ready]')) ready.removeAttribute('data-asleep')
  const { early } = window
  if (!early) return
  early.repeat = () => void repeatAll(early)
  await repeatAll(early)
}

const repeatAll = async (early: Early): Promise<void> => {
  early.isToRepeat = true
  if (early.isRepeating) return
  early.isRepeating = true
  while (early.isToRepeat) {
    early.isToRepeat = false
    await repeatKept(early)
  }
  early.isRepeating = false
}

/** All of it, in order, but what was done to a part that is still asleep. */
const repeatKept = async (early: Early): Promise<void> => {
  const asleep: KeptEvent[] = []
  for (let kept = early.kept.shift(); kept; kept = early.kept.shift()) {
    // Each finds the page as the one before left it. React takes over what is pressed, where it hasn't yet, but not while
    // it is at work itself, as it is where this is called.
    await nextTask()
    const target = presentTarget(kept)
    if (target ? isAsleep(target) : mayStillCome(kept)) asleep.push(kept)
    else if (target) repeat(kept, target)
  }
  early.kept.push(...asleep)
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

const isAsleep = (target: HTMLElement): boolean => target.closest('[data-asleep]') !== null

const mayStillCome = ({ event }: KeptEvent): boolean => performance.now() - event.timeStamp < patienceMs

/** What it was done to, or what stands in its place and looks the same: React may draw anew what it can't take over. */
const presentTarget = ({ target, path }: KeptEvent): HTMLElement | undefined => {
  if (target.isConnected) return target
  const inPlace = document.querySelector(path)
  return inPlace instanceof HTMLElement && looksOf(inPlace) === looksOf(target) ? inPlace : undefined
}

const looksOf = (element: Element): string =>
  [element.tagName, element.getAttribute('aria-label'), element.textContent].join(' ')

const repeat = ({ event, target: before }: KeptEvent, target: HTMLElement): void => {
  if (event.type === 'click') target.click()
  else if (event.type === 'input') repeatInput(target as HTMLInputElement, (before as HTMLInputElement).value)
  else target.dispatchEvent(new KeyboardEvent(event.type, event as KeyboardEvent))
}

const nativeValue = () => Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')

/** React hears of a value only where it isn't the one it knows, and it has seen this one while it took the field over. */
const repeatInput = (field: HTMLInputElement, value: string): void => {
  const { selectionStart, selectionEnd } = field
  field.value = ''
  nativeValue()?.set?.call(field, value)
  if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
