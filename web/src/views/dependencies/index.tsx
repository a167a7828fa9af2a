import { useRef } from 'react'
import type { Web } from '../../../../src/6-answer/index.ts'
import { useOne } from '../../address/use-address.ts'
import { useAskAll } from '../../api/ask.ts'
import { Answered } from '../../parts/answered.tsx'
import { Button } from '../../parts/button.tsx'
import { Choice } from '../../parts/choice.tsx'
import { ExportMenu } from '../../parts/export-menu.tsx'
import { FilterBar } from '../../parts/filters.tsx'
import { SaveIcon } from '../../parts/icons.tsx'
import { Section, View } from '../../parts/view.tsx'
import { plural } from '../../parts/words.ts'
import { Larger } from './larger.tsx'
import { saveSvg } from './save-svg.ts'
import { Singles } from './singles.tsx'
import { isSingle, middleOf } from './web.ts'

const MODES = [
  { value: 'picture', label: 'Picture' },
  { value: 'list', label: 'List' },
] as const
type Mode = (typeof MODES)[number]['value']

const narrow = (): boolean => window.matchMedia('(max-width: 719px)').matches

/** The other webs of more than one link: a line each. */
function Others({ webs, choose }: { readonly webs: readonly Web[]; readonly choose: (id: string) => void }) {
  return (
    <Section title="Other webs" note={plural(webs.length, 'web')}>
      <ul className="space-y-1">
        {webs.map((web) => {
          const middle = middleOf(web)
          return (
            <li key={middle.id}>
              <button type="button" onClick={() => choose(middle.id)} className="min-h-8 text-left hover:underline">
                {middle.text} <span className="text-s text-soft">{plural(web.nodes.length, 'thing')}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** What must come before what, what stands in its way, what it opens. */
export function Dependencies() {
  const asked = useAskAll('dependencies', {})
  const [chosen, choose] = useOne('thing')
  const [as, setAs] = useOne<Mode>('as')
  const svg = useRef<SVGSVGElement>(null)
  const mode = as ?? (narrow() ? 'list' : 'picture')
  const larger = asked.rows.filter((web) => !isSingle(web))
  const singles = asked.rows.filter(isSingle)
  const shown = larger.find((web) => web.nodes.some((node) => node.id === chosen)) ?? larger[0]
  return (
    <View
      title="What hangs on what"
      lead="What must come before what, what stands in its way, and what it opens; each with its state as the reports tell it."
      actions={
        <>
          <Choice label="Shown as" options={MODES} value={mode} onChange={setAs} />
          {mode === 'picture' && shown && (
            <Button onClick={() => svg.current && saveSvg(svg.current, 'what-hangs-on-what.svg')}>
              <SaveIcon /> Picture (SVG)
            </Button>
          )}
          <ExportMenu question="dependencies" />
        </>
      }
    >
      <FilterBar />
      <Answered asked={asked} nothing="No report says what hangs on what">
        {shown && <Larger web={shown} mode={mode} chosen={chosen} choose={choose} svg={svg} />}
        {larger.length > 1 && <Others webs={larger.filter((web) => web !== shown)} choose={choose} />}
        {singles.length > 0 && <Singles webs={singles} />}
      </Answered>
    </View>
  )
}
