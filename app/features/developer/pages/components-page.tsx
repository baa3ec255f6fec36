import { data } from 'react-router'
import { developerPages } from '~/platform/developer-pages.server'
import { PageTitle } from '~/ui/frame/page-title'
import { FieldSpecimens, MessageSpecimens } from '../components/form-specimens'
import { ColourSpecimen, IconSpecimen, TypeSpecimen } from '../components/foundation-specimens'
import { FrameSpecimens } from '../components/frame-specimens'
import { PanelSpecimens } from '../components/panel-specimens'
import { RouteSpecimen } from '../components/route-specimens'
import { StateSpecimens } from '../components/state-specimens'
import type { Route } from './+types/components-page'

export const meta: Route.MetaFunction = () => [{ title: 'Componenti – Rotta' }]

export function loader() {
  if (!developerPages()) throw data(null, { status: 404 })
  return null
}

export default function ComponentsPage() {
  return (
    <>
      <PageTitle title="Componenti" lead="Tutti gli stati dei componenti di app/ui, uno accanto all’altro." />
      <ColourSpecimen />
      <TypeSpecimen />
      <IconSpecimen />
      <RouteSpecimen />
      <StateSpecimens />
      <PanelSpecimens />
      <FieldSpecimens />
      <MessageSpecimens />
      <FrameSpecimens />
    </>
  )
}
