import type { PersonData } from '~/features/administration/person.schema'
import type { Grant } from '~/features/auth/rules/grants'

type DemoPerson = PersonData & { grant: Omit<Grant, 'startsOn'> }

const como = { kind: 'entry', entry: 'CO.cpi-como', province: 'CO' } as const
const region = { kind: 'region' } as const

/** The nine people of the product contract. All of them are invented. */
export const demoPeople: DemoPerson[] = [
  person('navigator', 'Giulia', 'Ferrante', { role: 'learner', scope: como }, 'navigator'),
  person('operatore', 'Marco', 'Bianchetti', { role: 'learner', scope: como }, 'operatore'),
  person('formatore', 'Elena', 'Tiravanti', { role: 'trainer', scope: { kind: 'province', province: 'CO' } }),
  person('responsabile', 'Paolo', 'Redamagni', { role: 'centre-manager', scope: como }),
  person('gestore', 'Irene', 'Sottocorno', { role: 'plan-manager', scope: region }),
  person('direttore', 'Carla', 'Vismarini', { role: 'committee', scope: region, seat: 'region-director' }),
  person('vicario', 'Andrea', 'Lombardelli', { role: 'committee', scope: region, seat: 'region-deputy' }),
  person('anpal', 'Silvia', 'Corradengo', { role: 'committee', scope: region, seat: 'anpal' }),
  person('admin', 'Luca', 'Marinengo', { role: 'admin', scope: region }),
]

function person(
  name: string,
  firstName: string,
  lastName: string,
  grant: Omit<Grant, 'startsOn'>,
  profile?: PersonData['profile'],
): DemoPerson {
  const home = grant.scope.kind === 'entry' ? grant.scope.entry : undefined
  return { email: `${name}@rotta.example`, firstName, lastName, profile, homeEntryId: home, grant }
}
