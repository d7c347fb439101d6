/**
 * Beyond every real sale, and within what the read models can hold: a cart's item count and a product's
 * price are 32-bit integers there. The lines also bound the memory that one invoice takes.
 */
export const limits = { quantity: 200_000, linesPerInvoice: 10_000, pence: 1_000_000_00 } as const
