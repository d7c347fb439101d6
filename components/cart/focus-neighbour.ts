/** Before a line goes: hands its focus to the next line, else the one before, else the cart's heading. */
export const focusNeighbour = (control: HTMLElement): void => {
  const row = control.closest('li')
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  const target =
    neighbour?.querySelector<HTMLElement>('[data-remove]') ??
    control.closest('section')?.querySelector<HTMLElement>('h2')
  target?.focus()
}
