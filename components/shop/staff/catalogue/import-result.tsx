import type { CatalogueImported } from '@/lib/shop/product/wire/catalogue-import'
import { count, formatCount } from '../../../ui/format'

interface ImportResultProps {
  readonly imported: CatalogueImported
  readonly wasTried: boolean
}

const names: Readonly<Record<keyof CatalogueImported['of'], string>> = {
  header: 'Header',
  blank: 'Blank',
  listed: 'New in the catalogue',
  changed: 'Told or priced anew',
  same: 'As the catalogue has them',
  picture: 'Further pictures, not taken over',
  notForSale: 'Not on sale where they come from',
  refused: 'Refused',
}

/** What became of a file's lines, or would: each is in one count. */
export const ImportResult = ({ imported: { lines, of, changes, refused }, wasTried }: ImportResultProps) => (
  <section aria-label="What became of it" className="grid gap-4">
    <p role="status" className="text-md">
      {wasTried ? 'Nothing was changed yet. ' : ''}
      {count(lines, 'line')} of the file:
    </p>
    <dl className="divide-y divide-line border-line border-y text-md [&>div]:flex [&>div]:justify-between [&>div]:gap-4 [&>div]:py-2">
      {Object.entries(names).map(
        ([what, name]) =>
          of[what as keyof typeof of] > 0 && (
            <div key={what}>
              <dt>{name}</dt>
              <dd className="font-mono text-sm tabular-nums">{formatCount(of[what as keyof typeof of])}</dd>
            </div>
          ),
      )}
    </dl>
    {changes.length > 0 && (
      <ul aria-label={wasTried ? 'What would change' : 'What changed'} className="grid gap-1 text-sm">
        {changes.map(({ line, productId, what }) => (
          <li key={line} className="wrap-anywhere">
            Line {line}, <span className="font-mono">{productId}</span>: {what}
          </li>
        ))}
      </ul>
    )}
    {refused.length > 0 && (
      <ul aria-label="Refused lines" className="grid gap-1 text-sm">
        {refused.map(({ line, reason }) => (
          <li key={line}>
            Line {line} refused: {reason}
          </li>
        ))}
      </ul>
    )}
  </section>
)
