import { CircleHelp } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Slip } from '@/components/ui/slip'
import { type CartsSearch, cartsHref } from './cart-search'

const examples: readonly (readonly [typed: string, meaning: string])[] = [
  ['mug', 'A word of its events, or how its id or its customer’s begins'],
  ['"changed my mind"', 'These words in a row'],
  ['product:mug', 'A product, by its id or words of its name'],
  ['email:ann@example.com', 'Whose it is; also customer: and cart: with the beginning of an id'],
  ['event:ItemRemoved', 'Something that happened to it'],
  ['actor:staff', 'Who did something to it: a kind, or somebody’s id'],
  ['total:20..100USD', 'What it comes to; also >50, and items: and events: for counts'],
  ['created:2026-11', 'When, as year, month, day or time (UTC); also updated: and closed:'],
  ['product:mug -status:active', 'All of it has to hold; a minus denies what follows it'],
]

const id = 'cart-search-help'

/** How to search, with examples to try. */
export const CartSearchHelp = ({ status }: { readonly status: CartsSearch['status'] }) => (
  <>
    <Button variant="ghost" size="iconLg" popoverTarget={id} aria-label="How to search">
      <CircleHelp aria-hidden className="size-4.5" strokeWidth={1.75} />
    </Button>
    <Slip
      id={id}
      as="nav"
      place="belowLeft"
      aria-label="Examples of searches"
      className="scroll-quiet max-h-[80dvh] w-96 max-w-[calc(100vw-2rem)]! overflow-y-auto p-1.5"
    >
      <ul>
        {examples.map(([typed, meaning]) => (
          <li key={typed}>
            <Link
              href={cartsHref({ q: typed, status })}
              prefetch={false}
              className="block rounded-md px-3 py-2 -outline-offset-2 hover:bg-sunken"
            >
              <code className="block font-mono text-sm">{typed}</code>
              <span className="block text-sm text-muted">{meaning}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Slip>
  </>
)
