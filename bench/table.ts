/** Prints rows as a Markdown table, as they go into the README. */
export const printTable = (heading: readonly string[], rows: readonly (readonly string[])[]): void => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = heading.map((_, index) => (index === 0 ? '---' : '---:'))
  process.stdout.write(`\n${[heading, rule, ...rows].map(line).join('\n')}\n`)
}

/** Three digits that matter, thousands apart. */
export const figure = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 })
