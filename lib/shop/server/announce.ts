import type { NewOperator } from './auth/operator'

interface Announcement {
  readonly url: string
  readonly operator: NewOperator | undefined
  readonly databaseKind: string
  readonly serves: boolean
  readonly hasMailServer: boolean
}

/** Tells the person at the terminal where the shop is, and once how staff signs in. */
export const announce = ({ url, operator, databaseKind, serves, hasMailServer }: Announcement): void => {
  const lines = serves
    ? ['', `  Hindsight is open at ${url}`, `  Staff: ${url}/carts   Database: ${databaseKind}`]
    : ['', `  Hindsight follows its log; ${url}/api/health/ready says how it is   Database: ${databaseKind}`]
  if (serves && !hasMailServer)
    lines.push(`  No mail is sent without SMTP_URL; staff finds it at ${url}/outbox`)
  if (operator) {
    lines.push(
      '',
      '  The first operator was made. This is shown once:',
      `    e-mail    ${operator.email}`,
      `    password  ${operator.password}`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
