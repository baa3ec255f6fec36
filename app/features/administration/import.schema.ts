import { z } from 'zod'

export const importForm = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('check'), file: z.instanceof(File, { error: 'Scegli il file CSV' }) }),
    z.object({
      intent: z.literal('confirm'),
      draft: z.string().max(100),
      password: z.string({ error: 'Scrivi la tua password' }).max(1000, 'La password è troppo lunga'),
    }),
  ],
  { error: 'Scegli il file CSV' },
)
