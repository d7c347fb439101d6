import { runApp } from '../../../kit/testing/chaos/app'
import { shopWorkload } from './shop-workload'

await runApp(shopWorkload)
