import type { Money } from '@/lib/shop/money'
import { minorUnits } from '@/lib/shop/wire/minor-units'
import { once } from './once'

const moneyIn = once((currency: string) => new Intl.NumberFormat('en-US', { style: 'currency', currency }))

const clockIn = once(
  (timeZone: string | undefined) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }),
)

const dateTimeIn = once(
  (timeZone: string | undefined) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }),
)

const wholeNumber = new Intl.NumberFormat('en-US')

/** An amount as people write it: $1,299.00. */
export const formatMoney = ({ amount, currency }: Money): string =>
  moneyIn(currency).format(amount / minorUnits(currency))

/** By how much an amount grows or shrinks: +$15.99, −$15.99; $0.00 where it doesn't. */
export const formatDifference = ({ amount, currency }: Money): string => {
  const sign = amount > 0 ? '+' : amount < 0 ? '−' : ''
  return `${sign}${formatMoney({ amount: Math.abs(amount), currency })}`
}

/** Clock time, local unless a zone is named: 14:03:22. */
export const formatClock = (iso: string, timeZone?: string): string => clockIn(timeZone).format(new Date(iso))

/** Date and clock time, local unless a zone is named: 21 Nov 2026, 14:03:22. */
export const formatDateTime = (iso: string, timeZone?: string): string =>
  dateTimeIn(timeZone).format(new Date(iso))

/** The same instant in UTC: 2026-11-21 14:03:22 UTC. */
export const formatUtc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`

/** A whole number as people write it: 80,995. */
export const formatCount = (n: number): string => wholeNumber.format(n)

/** "1 item", "2 items". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${formatCount(n)} ${n === 1 ? one : many}`
