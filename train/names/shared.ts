/** Where the corpora are. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder `data` of the corpora: READOUT_SHARED, or the folder `shared` beside the project. */
export const dataFolder = (): string =>
  path.join(
    process.env.READOUT_SHARED ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../shared'),
    'data',
  )
