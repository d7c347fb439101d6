/** How to start Postgres' programs: as ourselves, or (being root, whom Postgres refuses) as somebody else. */
export interface RunAs {
  readonly user?: { uid: number; gid: number }
  /** Put before the command. When empty, spawn itself changes to the user. */
  readonly prefix: string[]
}
