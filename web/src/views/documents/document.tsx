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

/** The ledger did not hold it then, or never did. */
function NotThere({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const { known } = useTimes()
  if (!(error instanceof Problem && error.code === 'not-found')) return <Failed error={error} retry={retry} />
  return (
    <Blank title={known ? `Not in the ledger on ${showMoment(known)}` : 'There is no such report'}>
      <p>{known ? 'This report, or this version of it, was recorded later.' : error.message}</p>
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
  // A report that stood here before is not this one's stand-in.
  const shown = kept?.document.document === id ? kept : undefined
  if (error && !isPlaceholderData)
    return (
      <View title="Report">
        <NotThere error={error} retry={() => void refetch()} />
      </View>
    )
  if (!shown)
    return (
      <View title="Report">
        <Loading />
      </View>
    )
  const { document, version } = shown
  const newest = version === document.versions.at(-1)!.number
  return (
    <View
      title={document.title ?? 'Report without a title'}
      actions={
        <Button onClick={() => save(shown)}>
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
        kept={shown}
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
