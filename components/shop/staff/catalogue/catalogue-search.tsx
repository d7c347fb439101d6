import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/text-field'

interface CatalogueSearchProps {
  readonly q: string | undefined
  readonly withdrawn: 'yes' | 'no' | undefined
}

/** Finds products; works without the page's code, for it only leads to another address. */
export const CatalogueSearch = ({ q, withdrawn }: CatalogueSearchProps) => (
  <search>
    <form method="get" action="/catalogue" className="flex flex-wrap items-end gap-4">
      <TextField
        label="A part of a name, an id, a category or a group"
        name="q"
        type="search"
        maxLength={100}
        defaultValue={q ?? ''}
        className="grow"
      />
      <label className="grid text-sm text-muted">
        Which
        <select
          name="withdrawn"
          defaultValue={withdrawn ?? ''}
          className="h-10 rounded-md border border-line bg-card px-2 text-ink text-md pointer-coarse:h-11"
        >
          <option value="">All</option>
          <option value="no">Sold</option>
          <option value="yes">Withdrawn</option>
        </select>
      </label>
      <Button type="submit">Find</Button>
    </form>
  </search>
)
