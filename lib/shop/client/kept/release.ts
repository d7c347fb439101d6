/** Of which build this page is: what another one kept in the browser isn't read, its shapes may be others. */
export const release = process.env.NEXT_PUBLIC_RELEASE ?? 'dev'
