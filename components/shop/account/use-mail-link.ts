'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'

const onHash = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
const hash = () => window.location.hash.slice(1)

export interface MailLink<Link> {
  /** What stands behind the # of this page's address. */
  readonly token: string
  /** What it opens; `reading` until that is known. */
  readonly link: Link | 'reading' | 'unreachable'
}

/** The link of a mail by which somebody came to this page: looked up once the page is there, for it is told to no server before. */
export const useMailLink = <Link extends object>(look: (token: string) => Promise<Link>): MailLink<Link> => {
  const token = useSyncExternalStore(onHash, hash, () => undefined)
  const [found, setFound] = useState<{ readonly of: string; readonly link: Link | 'unreachable' }>()
  useEffect(() => {
    if (token === undefined) return
    let isWanted = true
    look(token)
      .catch(() => 'unreachable' as const)
      .then((link) => {
        if (isWanted) setFound({ of: token, link })
      })
    return () => {
      isWanted = false
    }
  }, [token, look])
  return { token: token ?? '', link: found && found.of === token ? found.link : 'reading' }
}
