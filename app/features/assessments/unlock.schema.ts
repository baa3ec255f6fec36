import { z } from 'zod'
import { freeText } from '~/lib/free-text.schema'

/** Why a learner gets one more attempt. */
export const unlockForm = z.object({ reason: freeText('Scrivi perché dai un altro tentativo') })
