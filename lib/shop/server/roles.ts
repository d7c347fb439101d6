/** What a process of the shop does; together they do all of it, on one machine or several. */
export interface Roles {
  /** It answers people and programs. */
  readonly serves: boolean
  /** It keeps read models and whatever else follows the log, and forgets what is kept for a time only. */
  readonly follows: boolean
}

/** What the arguments of the start script say: `--serve`, `--follow`, or all of it. */
export const rolesOf = (args: readonly string[]): Roles => {
  const serves = args.includes('--serve')
  const follows = args.includes('--follow')
  return serves || follows ? { serves, follows } : { serves: true, follows: true }
}
