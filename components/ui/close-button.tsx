import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from './button'

/** Puts away what it stands in; its sign lines up with the text below it. */
export const CloseButton = ({ 'aria-label': label = 'Close', ...props }: ComponentProps<typeof Button>) => (
  <Button variant="ghost" size="icon" aria-label={label} {...props}>
    <X aria-hidden className="size-4.5" strokeWidth={1.75} />
  </Button>
)
