/** Who asks, as both ends may know it. An application knows more of them. */
export interface Identity {
  readonly userId: string
  /** `staff` sees what is for staff alone; what else there is, the application says. */
  readonly role: string
  readonly name: string
}
