import type { Metadata } from 'next'
import { OfflineShop } from '@/components/shop/offline/offline-shop'
import { sendCommand } from '../actions'

export const metadata: Metadata = { robots: 'noindex' }

/** The same for everybody: the service worker keeps it, and what it shows stands in the browser's database. */
export default function OfflinePage() {
  return <OfflineShop sendCommand={sendCommand} />
}
