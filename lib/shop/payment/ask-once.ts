import type { Asks, PaymentProvider, Sought } from './port'

type Ask<Kind extends keyof Asks> = (asked: Asks[Kind][0]) => Promise<Asks[Kind][1]>

/**
 * Asks a provider for something that nobody knows whether it was asked for before: first what became of that, then, where it never
 * arrived, for the thing itself.
 */
export const askOnce = async <Kind extends keyof Asks>(
  provider: PaymentProvider,
  kind: Kind,
  asked: Asks[Kind][0],
): Promise<Asks[Kind][1]> => {
  const found = await provider.find(kind, asked as unknown as Sought<Kind>)
  return found ?? (provider[kind] as Ask<Kind>)(asked)
}
