import type { Page as ActorPage, Answer } from '../../6-answer/index.ts'
import { reports } from './actors.ts'
import { pact } from './agreements.ts'
import { series } from './estimates.ts'
import { heading, type Look, type Page, render } from './layout.ts'
import { relationship } from './relations.ts'
import { said } from './statements.ts'
import { happening } from './timeline.ts'

function head({ actor, namesakes }: ActorPage, { paint }: Page): string[] {
  const also = actor.names.length > 0 ? `also ${actor.names.join(', ')}` : ''
  const others = namesakes.map((n) => `${n.name} (${n.type}, ${reports(n.documents)}, ${n.id})`)
  const namesake = others.length > 0 ? [paint('yellow', `others of this name: ${others.join('; ')}`)] : []
  return [
    paint('bold', actor.name),
    paint('dim', [actor.type, reports(actor.documents), also, actor.id].filter(Boolean).join(' · ')),
    ...namesake,
  ]
}

function section<Row>(
  title: string,
  rows: readonly Row[],
  show: (row: Row, page: Page) => string[],
  page: Page,
): string[] {
  return rows.length === 0 ? [] : [...heading(title, page), ...rows.flatMap((row) => show(row, page))]
}

export const renderActor = (answer: Answer<ActorPage>, look: Look = {}): string =>
  render(answer, { citations: 1, ...look }, (row, page) => [
    ...head(row, page),
    ...section('Offices', row.offices, relationship, page),
    ...section('Memberships', row.memberships, relationship, page),
    ...section('Allies', row.allies, relationship, page),
    ...section('Enemies', row.enemies, relationship, page),
    ...section('Other ties', row.otherTies, relationship, page),
    ...section('Said', row.said, said, page),
    ...section('Did', row.did, happening, page),
    ...section('Met with', row.received, happening, page),
    ...section('Agreements', row.agreements, pact, page),
    ...section('Estimates', row.estimates, series, page),
  ])
