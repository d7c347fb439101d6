'use client'

import { cn } from '../../ui/cn'

interface CategoryFilterProps {
  readonly categories: readonly string[]
  readonly chosen: string
  readonly onChoose: (category: string) => void
}

/** The shelves of the shop, one of them open; "All" opens every one. */
export const CategoryFilter = ({ categories, chosen, onChoose }: CategoryFilterProps) => (
  <fieldset className="scroll-quiet -mx-4 min-w-0 overflow-x-auto px-4 sm:-mx-6 sm:px-6 lg:mx-0 lg:px-0">
    <legend className="sr-only">Category</legend>
    <div className="flex w-max min-w-full gap-x-5 border-line border-b">
      {['', ...categories].map((category) => {
        const isChosen = category === chosen
        return (
          <button
            key={category}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose(category)}
            className={cn(
              '-mb-px h-10 min-w-6 whitespace-nowrap border-b-2 text-sm transition-colors hover:text-ink focus-visible:-outline-offset-2 pointer-coarse:h-11 pointer-coarse:min-w-11',
              isChosen ? 'border-accent text-ink' : 'border-transparent text-muted',
            )}
          >
            {category || 'All'}
          </button>
        )
      })}
    </div>
  </fieldset>
)
