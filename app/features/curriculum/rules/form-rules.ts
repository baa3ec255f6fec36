import type { Profile } from '~/features/auth/rules/profiles'
import type { Finding } from '~/lib/finding'
import type { Criterion } from './module-content'

type WrittenForm = { criteria: readonly Pick<Criterion, 'id' | 'critical' | 'observes' | Profile>[] }

/**
 * Why a form cannot be observed with (product contract, issue D): 6 to 12 criteria, of which 2 to 4 critical; each
 * for at least one profile, and some for every profile that takes the module; what they observe is what it trains.
 */
export function refuseForm(
  { criteria }: WrittenForm,
  trained: ReadonlySet<string>,
  profiles: readonly Profile[],
): Finding[] {
  const critical = criteria.filter((criterion) => criterion.critical).length
  const unseen = profiles.filter((profile) => !criteria.some((criterion) => criterion[profile]))
  const whole = (reason: string) => ({ path: ['criteria'], reason })
  return [
    ...(criteria.length >= 6 && criteria.length <= 12
      ? []
      : [whole(`i criteri sono ${criteria.length}: ce ne vogliono da 6 a 12`)]),
    ...(critical >= 2 && critical <= 4 ? [] : [whole(`i criteri critici sono ${critical}: ce ne vogliono da 2 a 4`)]),
    ...unseen.map((profile) => whole(`nessun criterio vale per il profilo «${profile}», che segue il modulo`)),
    ...criteria.flatMap((criterion, index) => [
      ...(criterion.navigator || criterion.operatore
        ? []
        : [
            {
              path: ['criteria', index],
              reason: 'il criterio non vale per nessun profilo: scrivi «navigator» o «operatore»',
            },
          ]),
      ...criterion.observes.flatMap((id, at) =>
        trained.has(id)
          ? []
          : [
              {
                path: ['criteria', index, 'observes', at],
                reason: `«${id}» non è fra ciò che il modulo forma («trains» di module.yaml)`,
              },
            ],
      ),
    ]),
  ]
}
