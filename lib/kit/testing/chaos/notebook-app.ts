import { runApp } from './app'
import { notebookWorkload } from './notebook-workload'

await runApp(notebookWorkload)
