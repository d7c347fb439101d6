import type { ReplayFrom } from '@/lib/kit/wire/api-relay'

type Read =
  | { readonly type: 'read'; readonly from: ReplayFrom }
  | { readonly type: 'refused'; readonly why: string }

const position = /^[1-9]\d{0,14}$/
const time = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?$/

/** What somebody typed as where a replay begins. A time is in UTC. */
export const replayFrom = (choice: ReplayFrom['type'], typed: string): Read => {
  const text = typed.trim().replaceAll(',', '')
  if (choice === 'beginning') return { type: 'read', from: { type: choice } }
  if (choice === 'time') {
    const utc = text.replace(/Z$/, '').replace(' ', 'T')
    const since = time.test(utc) ? new Date(utc.includes('T') ? `${utc}Z` : utc) : undefined
    if (!since || Number.isNaN(since.getTime())) return refused('This is no time like 2026-11-21T14:03.')
    return { type: 'read', from: { type: choice, since: since.toISOString() } }
  }
  if (!position.test(text)) return refused('A position is a whole number from 1 on.')
  return { type: 'read', from: { type: choice, position: Number(text) } }
}

const refused = (why: string): Read => ({ type: 'refused', why })
