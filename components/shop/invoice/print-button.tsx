'use client'

import { Button } from '../../ui/button'

/** Opens the browser's own way to print the page. */
export const PrintButton = () => <Button onClick={() => window.print()}>Print</Button>
