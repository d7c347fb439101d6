'use client'

import { useRouter } from 'next/navigation'
import { type ChangeEvent, useId, useState, useTransition } from 'react'
import {
  type CatalogueFile,
  type CatalogueImportAnswer,
  type CatalogueImported,
  mostCsv,
} from '@/lib/shop/product/wire/catalogue-import'
import { Button } from '../../../ui/button'
import { TextField } from '../../../ui/text-field'
import { FormError } from '../../account/form-error'
import { unreachable } from '../../site/unreachable'
import { ImportResult } from './import-result'

interface ImportFormProps {
  readonly importFile: (file: CatalogueFile) => Promise<CatalogueImportAnswer>
}

interface Done {
  readonly imported: CatalogueImported
  readonly wasTried: boolean
}

const tooLarge = 'The file is too large for this page. Import it by `npm run catalogue:import -- FILE.csv`.'

/** Takes products out of a file: it is tried first, and says what it would change. */
export const ImportForm = ({ importFile }: ImportFormProps) => {
  const router = useRouter()
  const fileId = useId()
  const [isBusy, start] = useTransition()
  const [csv, setCsv] = useState('')
  const [currency, setCurrency] = useState('USD')
  const [trouble, setTrouble] = useState<string>()
  const [done, setDone] = useState<Done>()

  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const text = (await target.files?.[0]?.text()) ?? ''
    setDone(undefined)
    setTrouble(text.length > mostCsv ? tooLarge : undefined)
    setCsv(text.length > mostCsv ? '' : text)
  }
  const run = (dryRun: boolean) =>
    start(async () => {
      setTrouble(undefined)
      const answer = await importFile({ csv, currency: currency.trim().toUpperCase(), dryRun }).catch(
        () => undefined,
      )
      if (answer?.type === 'imported') {
        setDone({ imported: answer.imported, wasTried: dryRun })
        if (!dryRun) router.refresh()
      } else setTrouble(whyNot(answer))
    })
  const mayTake = done?.wasTried && done.imported.changes.length > 0
  return (
    <div className="grid max-w-3xl gap-6">
      <p className="text-md">
        Shopify’s product export, or a CSV with the columns <code>productId</code>, <code>name</code> and{' '}
        <code>price</code>. What was withdrawn stays withdrawn, and no stock is touched.
      </p>
      <div className="grid gap-6 sm:grid-cols-[3fr_1fr]">
        <div className="grid content-start gap-1">
          <label htmlFor={fileId} className="text-sm text-muted">
            File
          </label>
          <input id={fileId} type="file" accept=".csv,.txt,text/csv" onChange={choose} className="text-md" />
        </div>
        <TextField
          label="Currency"
          value={currency}
          maxLength={3}
          onChange={({ target }) => setCurrency(target.value)}
        />
      </div>
      <FormError>{trouble}</FormError>
      <div className="flex flex-wrap gap-3">
        <Button size="lg" disabled={isBusy || csv === ''} onClick={() => run(true)}>
          Say what it would change
        </Button>
        <Button size="lg" variant="primary" disabled={isBusy || !mayTake} onClick={() => run(false)}>
          Take it over
        </Button>
      </div>
      {done && <ImportResult {...done} />}
    </div>
  )
}

const whyNot = (answer: Exclude<CatalogueImportAnswer, { type: 'imported' }> | undefined): string => {
  switch (answer?.type) {
    case 'unreadable':
      return answer.why
    case 'signedOut':
      return 'You are no longer signed in. Sign in and try again.'
    case 'notAllowed':
      return 'The catalogue is for staff to keep.'
    default:
      return unreachable
  }
}
