/** What a page says after something was done, by the `fatto` of its address. */
export const learningMessages: Record<string, string> = {
  letta: 'La lezione è segnata come letta.',
}
