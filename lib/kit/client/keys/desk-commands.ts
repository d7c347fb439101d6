export const commandGroups = ['Play', 'Move', 'Look closer', 'Change', 'Find your way'] as const
export type CommandGroup = (typeof commandGroups)[number]

/** Something a desk can do by key. What it does is said by whoever can do it: `useDeskKeys`. */
export interface DeskCommand {
  readonly name: string
  readonly group: CommandGroup
  /** As `printStroke` writes them; no two commands share one. */
  readonly keys: readonly string[]
  /** Goes on while the key is held. */
  readonly repeats?: true
}

const commands = {
  play: { name: 'Play or pause', group: 'Play', keys: ['Space'] },
  previous: { name: 'Previous event', group: 'Move', keys: ['j', 'ArrowLeft'], repeats: true },
  next: { name: 'Next event', group: 'Move', keys: ['k', 'ArrowRight'], repeats: true },
  back10: { name: 'Ten events back', group: 'Move', keys: ['Shift+ArrowLeft'], repeats: true },
  forward10: { name: 'Ten events forward', group: 'Move', keys: ['Shift+ArrowRight'], repeats: true },
  first: { name: 'To the beginning', group: 'Move', keys: ['Home'] },
  live: { name: 'Return to live', group: 'Move', keys: ['l', 'End'] },
  previousChange: { name: 'Previous change of the chosen line', group: 'Move', keys: ['['], repeats: true },
  nextChange: { name: 'Next change of the chosen line', group: 'Move', keys: [']'], repeats: true },
  previousBreakpoint: { name: 'Previous breakpoint', group: 'Move', keys: [','], repeats: true },
  nextBreakpoint: { name: 'Next breakpoint', group: 'Move', keys: ['.'], repeats: true },
  compare: { name: 'Compare two versions', group: 'Look closer', keys: ['c'] },
  difference: { name: 'What differs, told another way', group: 'Look closer', keys: ['d'] },
  inspect: { name: 'Inspect the event', group: 'Look closer', keys: ['i'] },
  when: { name: 'When did it become true?', group: 'Look closer', keys: ['b'] },
  whatIf: { name: 'What if?', group: 'Look closer', keys: ['w'] },
  undo: { name: 'Undo the last change', group: 'Change', keys: ['Mod+z'], repeats: true },
  redo: { name: 'Redo what was undone', group: 'Change', keys: ['Mod+Shift+z'], repeats: true },
  filter: { name: 'Filter the events', group: 'Find your way', keys: ['/'] },
  fold: { name: 'Fold runs of the same kind', group: 'Find your way', keys: ['f'] },
  palette: { name: 'All commands', group: 'Find your way', keys: ['Mod+k'] },
  help: { name: 'Keyboard shortcuts', group: 'Find your way', keys: ['?'] },
} as const satisfies Record<string, DeskCommand>

export type DeskCommandId = keyof typeof commands

/** All that can be done at a stream's desk by key, in the order it is told. */
export const deskCommands: Readonly<Record<DeskCommandId, DeskCommand>> = commands

export const deskCommandIds = Object.keys(commands) as readonly DeskCommandId[]

/** What a page does for each command it knows; undefined while there is nothing to do. */
export type DeskActions = Readonly<Partial<Record<DeskCommandId, (() => void) | undefined>>>
