'use client'

import { useQuery } from '@tanstack/react-query'
import { streamPath } from '../../../kit/client/stream-log/stream-path'
import { type Money, money } from '../../money'
import { accountIdOf } from '../account-stream'
import { type AccountState, availableIn } from '../state'

/** What a customer has of store credit and may use; nothing until that is known, and where there is none. */
export const useAvailableCredit = (owner: string, currency: string, isAsked: boolean): Money =>
  useQuery({
    queryKey: ['available-credit', owner, currency],
    queryFn: async ({ signal }) => {
      const response = await fetch(streamPath('account', accountIdOf(owner, currency)), { signal })
      if (response.status === 404) return money(0, currency)
      if (!response.ok) throw new Error(`Store credit could not be asked: ${response.status}`)
      const { state } = (await response.json()) as { readonly state: AccountState }
      return state.status === 'open' ? availableIn(state) : money(0, currency)
    },
    enabled: isAsked && owner !== '',
    staleTime: 0,
  }).data ?? money(0, currency)
