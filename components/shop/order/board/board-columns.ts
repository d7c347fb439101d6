/** The columns of the board, where there is room for them. */
export const boardColumns =
  'grid items-center gap-x-4 grid-cols-[1.5rem_7rem_minmax(0,1fr)_8rem_4rem_7rem_7rem_11rem]'
