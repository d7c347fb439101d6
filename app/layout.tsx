import './globals.css'
import { GeistMono } from 'geist/font/mono'
import { GeistSans } from 'geist/font/sans'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { ShopWorker } from '@/components/shop/offline/shop-worker'
import { Providers } from '@/components/ui/providers'
import { earlyScript } from '@/lib/kit/client/page/early-script'
import { InstrumentSerif } from './fonts'

export const metadata: Metadata = {
  title: { default: 'Hindsight', template: '%s · Hindsight' },
  description: 'A shop whose cart never forgets.',
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f1e8' },
    { media: '(prefers-color-scheme: dark)', color: '#141311' },
  ],
}

const fonts = `${GeistSans.variable} ${GeistMono.variable} ${InstrumentSerif.variable}`

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fonts} suppressHydrationWarning>
      <body>
        <script>{earlyScript}</script>
        <Providers>
          <ShopWorker />
          {children}
        </Providers>
      </body>
    </html>
  )
}
