import type { Money } from '@/lib/domain/money'

const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** An amount as people write it, in the reader's locale. */
export const formatMoney = ({ amount, currency }: Money): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(amount / 10 ** fractionDigits(currency))

/** Clock time, local unless a zone is named: 14:03:22. */
export const formatClock = (iso: string, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone }).format(new Date(iso))

/** Date and clock time, local unless a zone is named: 21 Nov 2026, 14:03:22. */
export const formatDateTime = (iso: string, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone }).format(new Date(iso))

/** The same instant in UTC: 2026-11-21 14:03:22 UTC. */
export const formatUtc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`

/** "1 item", "2 items". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${new Intl.NumberFormat('en-US').format(n)} ${n === 1 ? one : many}`
