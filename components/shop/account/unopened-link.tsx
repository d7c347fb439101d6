import { Skeleton } from '../../ui/skeleton'
import { LinkEnd } from './link-end'

/** Stands where a link of a mail is looked up, or could not be. */
export const UnopenedLink = ({ why }: { readonly why: 'reading' | 'unreachable' }) =>
  why === 'reading' ? (
    <Skeleton className="h-24" />
  ) : (
    <LinkEnd ways={[]}>The shop could not be reached. Reload this page to try again.</LinkEnd>
  )
