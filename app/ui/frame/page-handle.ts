/** What a page says of itself by its exported `handle`. */
export type PageHandle = {
  /** `door`: the full-width page one enters by. */
  frame?: 'door'
  /**
   * The same for everybody who has not signed in: the server renders it once. `as-long-as-the-plan`: once for each plan
   * in force; the page's data then say from which they were told, as `toldPlan` (its number, null without a plan).
   */
  sharedWhenAnonymous?: true | 'as-long-as-the-plan'
}
