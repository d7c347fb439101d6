import { pauseMs } from '../../../kit/client/page/pauses'

const answerMs = 5_000

const canRead = async (): Promise<boolean> => {
  const answer = await fetch('/api/health/ready', {
    cache: 'no-store',
    signal: AbortSignal.timeout(answerMs),
  })
  if (answer.ok) return true
  const { cause } = (await answer.json()) as { cause?: unknown }
  return cause === 'ReadOnly' || cause === 'NotWritable'
}

/** Is it that the shop can't be reached, or can't read its log? */
export const isAway = async (): Promise<boolean> => !(await canRead().catch(() => false))

/**
 * Asks ever less often whether pages can be read, and calls back once they can; gives what stops it. Looks at once
 * when the network is back, or somebody comes back to the page.
 */
export const whenBack = (onBack: () => void): (() => void) => {
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let isAsking = false

  const later = () => {
    timer = setTimeout(look, pauseMs(tries) * (0.75 + Math.random() / 2))
  }
  const look = async () => {
    if (isAsking || document.visibilityState === 'hidden') return
    clearTimeout(timer)
    isAsking = true
    const isBack = await canRead().catch(() => false)
    isAsking = false
    tries++
    if (isStopped) return
    if (isBack) onBack()
    else later()
  }
  window.addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  later()
  return () => {
    isStopped = true
    clearTimeout(timer)
    window.removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
  }
}
