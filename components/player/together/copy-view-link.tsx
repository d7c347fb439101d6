'use client'

import { Link2 } from 'lucide-react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { viewLink } from '@/lib/kit/wire/view-link'
import { CopyButton } from '../timeline/copy-button'

/** Copies the address of what is looked at now, whether the address bar has caught up or not. */
export const CopyViewLink = ({ playhead: { isLive, version } }: { readonly playhead: Playhead }) => (
  <CopyButton
    what="link to this view"
    icon={Link2}
    text={() => viewLink(window.location.href, { v: isLive ? null : String(version) })}
  />
)
