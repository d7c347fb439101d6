/** Before a line goes: hands its focus to the next line that can be changed, else one before, else the cart's heading. */
export const focusNeighbour = (control: HTMLElement): void => {
  const row = control.closest('li')
  const target =
    removerBeside(row, 'nextElementSibling') ??
    removerBeside(row, 'previousElementSibling') ??
    control.closest('section')?.querySelector<HTMLElement>('h2')
  target?.focus()
}

const removerBeside = (
  row: Element | null,
  side: 'nextElementSibling' | 'previousElementSibling',
): HTMLElement | undefined => {
  for (let beside = row?.[side]; beside; beside = beside[side]) {
    const remover = beside.querySelector<HTMLElement>('[data-remove]')
    if (remover) return remover
  }
  return undefined
}
