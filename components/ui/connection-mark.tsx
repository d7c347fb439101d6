import type { Connection } from '@/lib/kit/client/connection/connection'
import { cn } from './cn'
import { connectionName } from './connection-name'

/** How a page stands with its server, by a dot and a word. */
export const ConnectionMark = ({ connection }: { readonly connection: Connection }) => (
  <>
    <span
      aria-hidden
      className={cn('size-2 rounded-full', connection === 'live' ? 'bg-accent' : 'border border-muted')}
    />
    {connectionName[connection]}
  </>
)
