import type { Money } from '../../money'
import { minorUnits } from '../../wire/minor-units'

/** An amount as a letter has it. */
export const writeMoney = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / minorUnits(currency))
