/**
 * Asks readiness, ever less often, and loads the page anew once it can be read. A page that nobody looks at waits until
 * somebody does. How often it was tried in vain outlives the reload, so that a page that fails on doesn't flicker.
 */
export const outageScript = `(() => {
const firstMs = 1000, longestMs = 15000, sameOutageMs = 60000, key = 'hindsight-outage'
let tries = 0, timer, asking = false
try {
  const last = JSON.parse(sessionStorage.getItem(key))
  if (Math.abs(Date.now() - last.at) < sameOutageMs) tries = last.tries
} catch {}
const remember = () => {
  try { sessionStorage.setItem(key, JSON.stringify({ tries: Math.min(tries, 5), at: Date.now() })) } catch {}
}
const later = () => {
  const ms = Math.min(firstMs * 2 ** tries, longestMs)
  clearTimeout(timer)
  timer = setTimeout(look, ms * (0.75 + Math.random() / 2))
}
const canRead = async () => {
  const answer = await fetch('/api/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(5000) })
  if (answer.ok) return true
  const { cause } = await answer.json()
  return cause === 'ReadOnly' || cause === 'NotWritable'
}
const look = async () => {
  if (asking || document.visibilityState === 'hidden') return
  asking = true
  const isBack = await canRead().catch(() => false)
  asking = false
  tries++
  remember()
  if (isBack) location.reload()
  else later()
}
addEventListener('online', look)
document.addEventListener('visibilitychange', look)
later()
})()`
