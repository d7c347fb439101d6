import { type ClassValue, clsx } from 'clsx'

/** Joins class names. Nothing is resolved: of two that set the same property only one may be given. */
export const cn = (...classes: ClassValue[]): string => clsx(classes)
