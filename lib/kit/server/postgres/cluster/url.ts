/** The superuser's URL. TLS is ruled out in it, lest a PGSSLMODE meant for another server applies. */
export const ownerUrl = (port: number, password: string, database: string): string => {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}?sslmode=disable`
}
