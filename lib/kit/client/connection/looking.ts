/** Does anybody look at the page, and is there a network? */
export const isLookedAt = (): boolean => !document.hidden && navigator.onLine

/** Calls back when the page is looked at again, and when the network is back. Gives what ends that. */
export const onLook = (look: () => void): (() => void) => {
  window.addEventListener('online', look)
  window.addEventListener('focus', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('online', look)
    window.removeEventListener('focus', look)
    document.removeEventListener('visibilitychange', look)
  }
}
