'use client'

import { Menu } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId, useRef } from 'react'
import type { Identity } from '@/lib/kit/wire/identity'
import { cn } from '../../ui/cn'
import { linkStyle } from '../../ui/link-style'
import { Slip } from '../../ui/slip'
import { placesFor } from './navigation'

/** From which width on the bar has room for so many places; below it a menu has them. */
const room = {
  few: { bar: 'max-md:hidden', menu: 'md:hidden' },
  many: { bar: 'max-xl:hidden', menu: 'xl:hidden' },
} as const

/** Where one may go from the bar: each place by its name, or all of them in a menu where there is no room for that. */
export const Places = ({ role }: Pick<Identity, 'role'>) => {
  const path = usePathname()
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const places = placesFor(role)
  const { bar, menu: slip } = room[places.length > 3 ? 'many' : 'few']
  const currentAt = (href: string) => (isAt(path, href) ? 'page' : undefined)
  return (
    <>
      <nav aria-label="Pages" className={cn('flex items-center gap-1 lg:ml-3', bar)}>
        {places.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={currentAt(href)}
            className={cn(linkStyle, 'aria-[current]:decoration-2 aria-[current]:decoration-accent')}
          >
            {name}
          </Link>
        ))}
      </nav>
      <button
        type="button"
        popoverTarget={id}
        className={cn(linkStyle, 'justify-center gap-1.5 pointer-coarse:min-w-11', slip)}
      >
        <Menu aria-hidden size={18} strokeWidth={1.75} />
        <span className="max-sm:sr-only">Pages</span>
      </button>
      <Slip
        ref={menu}
        id={id}
        as="nav"
        place="belowEither"
        aria-label="Pages"
        className={cn('w-56 p-1.5', slip)}
      >
        {places.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={currentAt(href)}
            className="flex min-h-10 items-center rounded-sm px-2.5 text-md hover:bg-sunken focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-accent pointer-coarse:min-h-11"
            onClick={() => menu.current?.hidePopover()}
          >
            {name}
          </Link>
        ))}
      </Slip>
    </>
  )
}

/** Is it the place itself, or a page below it? */
const isAt = (path: string, href: string): boolean => path === href || path.startsWith(`${href}/`)
