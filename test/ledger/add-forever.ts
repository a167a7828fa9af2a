// A process that adds reports until it is killed, and prints the number of each that was acknowledged.
// Arguments: the place as JSON, the first number.
import { openLedger, type Place } from '../../src/ledger.ts'
import { numbered } from './numbered.ts'

const [place, from] = process.argv.slice(2)
const ledger = await openLedger(JSON.parse(place!) as Place, { clock: () => Date.now() })
process.stdout.write('open\n')
for (let n = Number(from); ; n++) {
  await ledger.addReading(numbered(n))
  process.stdout.write(`${n}\n`)
}
