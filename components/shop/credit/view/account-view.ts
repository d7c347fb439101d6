import { Wallet } from 'lucide-react'
import { streamPath } from '@/lib/kit/client/stream-log/stream-path'
import type { AccountRejection } from '@/lib/shop/account/decide'
import type { AccountEvent } from '@/lib/shop/account/events'
import type { AccountState } from '@/lib/shop/account/state'
import type { StreamView, Weight } from '../../../player/view/stream-view'
import { formatMoney } from '../../money-format'
import { storyPage } from '../../story-page'
import { streamPage } from '../../stream-page'
import { AccountPanel } from '../account-panel'
import { accountKinds } from './account-kinds'
import { accountRunSentence, accountSentence } from './account-sentences'

/** Money that comes in rises and money that goes out falls; beginning and end bound the strip. */
const weights: Record<AccountEvent['type'], Weight> = {
  AccountOpened: 'bound',
  MoneyDeposited: { rise: 1, fall: 0 },
  MoneyWithdrawn: { rise: 0, fall: 1 },
  MoneyHeld: { rise: 0, fall: 0 },
  MoneyReleased: { rise: 0, fall: 0 },
  AccountClosed: 'bound',
}

/** How accounts are shown. Events say all that their sentences need. */
export const accountView: StreamView<AccountState, AccountEvent, AccountRejection, undefined> = {
  streamType: 'account',
  noun: 'account',
  owner: { name: 'owner', icon: Wallet },
  beforeFirst: 'Credit that is given or used is written down here the moment it happens, and stays.',
  apiPath: (accountId) => streamPath('account', accountId),
  pageOf: streamPage,
  storyPageOf: storyPage,

  kinds: accountKinds,
  namesOf: () => undefined,
  sentence: accountSentence,
  runSentence: (count, _first, last) => accountRunSentence(count, last),
  weightOf: (type) => weights[type],
  versionBefore: ({ version }) => version - 1,

  figureOf: ({ balance }) => formatMoney(balance),
  Panel: AccountPanel,

  loadStateView: async () => (await import('./account-state-view')).accountStateView,
  loadSearchView: async () => (await import('./account-search-view')).accountSearchView,
  loadWhatIfView: async () => (await import('./account-what-if-view')).accountWhatIfView,
}
