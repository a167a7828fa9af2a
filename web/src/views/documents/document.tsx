import { Link, useParams } from '@tanstack/react-router'
import type { KeptReading } from '../../../../src/5-ledger/index.ts'
import { useOne, useTimes } from '../../address/use-address.ts'
import { Problem } from '../../api/client.ts'
import { Button, buttonClass } from '../../parts/button.tsx'
import { showMoment } from '../../parts/days.ts'
import { saveBlob } from '../../parts/export-menu.tsx'
import { SaveIcon } from '../../parts/icons.tsx'
import { Blank, Failed, Loading } from '../../parts/states.tsx'
import { View } from '../../parts/view.tsx'
import { Facts } from './facts.tsx'
import { Judged } from './judged.tsx'
import { keyOf, useKept } from './use-kept.ts'
import { Versions } from './versions.tsx'

/** The ledger never held it, or did not hold it then. */
function NotThere() {
  const { known } = useTimes()
  return (
    <Blank title={known ? `Not in the ledger on ${showMoment(known)}` : 'There is no such report'}>
      <p>
        {known
          ? 'This report, or this version of it, was recorded later.'
          : 'Its address names no report of this ledger.'}
      </p>
      <p className="flex justify-center gap-2">
        {known && (
          <Link to="." search={(before) => ({ ...before, known: undefined })} className={buttonClass('primary')}>
            As known now
          </Link>
        )}
        <Link to="/documents" className={buttonClass()}>
          All reports
        </Link>
      </p>
    </Blank>
  )
}

function save(kept: KeptReading): void {
  const file = new Blob([JSON.stringify(kept, null, 2)], { type: 'application/json' })
  saveBlob(file, `${(kept.document.title ?? 'report').replace(/[^\p{L}\p{N}]+/gu, '-').toLowerCase()}.json`)
}

/** A report that is kept, as it is read; its records are judged where they stand. */
export function Document() {
  const { id } = useParams({ strict: false }) as { readonly id: string }
  const { data: kept, error, refetch, of, past, isPlaceholderData } = useKept(id)
  const [before] = useOne('kept')
  if (!kept || kept.document.document !== id) {
    // What is no id is refused before it is looked for.
    const missing = kept === null || (error instanceof Problem && [400, 404].includes(error.status))
    return (
      <View title="Report">
        {missing ? <NotThere /> : error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />}
      </View>
    )
  }
  const { document, version } = kept
  const newest = version === document.versions.at(-1)!.number
  return (
    <View
      title={document.title ?? 'Report without a title'}
      actions={
        <Button onClick={() => save(kept)}>
          <SaveIcon /> Export
        </Button>
      }
    >
      {before === 'same' && (
        <p role="status" className="mb-4 text-s text-soft">
          This text was in the ledger already: nothing was added.
        </p>
      )}
      <Facts of={document} shown={version} />
      <Versions of={document} shown={version} />
      <Judged
        key={`${id} ${version}`}
        kept={kept}
        at={keyOf(id, of)}
        stale={isPlaceholderData}
        open={!past && newest}
        closedBecause={
          past ? 'You see the past: records are judged as known now.' : 'Records are judged in the newest version.'
        }
      />
    </View>
  )
}
