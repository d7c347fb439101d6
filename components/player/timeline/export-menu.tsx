'use client'

import { Download } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Slip } from '@/components/ui/slip'
import { usePart } from '@/components/ui/use-part'
import { useStreamView } from '../view/use-stream-view'
import type { ExportMenuProps } from './export-menu-props'

const loadList = () => import('./export-list')
const fetchAhead = () => void loadList().catch(() => undefined)

/** The history, all of it or what a filter shows, as a file of one kind or another. */
export const ExportMenu = (props: ExportMenuProps) => {
  const { noun } = useStreamView()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const list = usePart(isOpen, loadList)
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Export"
        title="Export"
        popoverTarget={id}
        onFocus={fetchAhead}
        onPointerEnter={fetchAhead}
      >
        <Download aria-hidden className="size-4" strokeWidth={1.75} />
      </Button>
      <Slip
        id={id}
        as="nav"
        place="belowLeft"
        aria-label={`Export this ${noun}’s events`}
        onToggle={({ newState }) => setIsOpen(newState === 'open')}
        className="w-72 p-1.5"
      >
        {list && <list.ExportList {...props} />}
      </Slip>
    </>
  )
}
