import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newId } from '@/lib/kit/client/browser/new-id'
import type { TermsRequest } from '@/lib/shop/terms/wire/api-terms'
import { unreachable } from '../site/unreachable'

interface Problem {
  readonly detail?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

const wordsOf = ({ detail, errors = [] }: Problem): string =>
  errors.length > 0
    ? errors.map(({ field, message }) => `${field} ${message}.`).join(' ')
    : (detail ?? 'The shop could not do this. Try again.')

/** Sets one of the shop's terms; the page is read anew when it was. Gives whether it was. */
export const useSetTerm = () => {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const set = async (command: TermsRequest): Promise<boolean> => {
    setBusy(true)
    const response = await fetch('/api/terms/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': newId() },
      body: JSON.stringify(command),
    }).catch(() => undefined)
    const words = response
      ? response.ok
        ? undefined
        : wordsOf(await response.json().catch(() => ({})))
      : unreachable
    setBusy(false)
    setRefused(words)
    if (words === undefined) router.refresh()
    return words === undefined
  }
  return { set, isBusy, refused }
}
