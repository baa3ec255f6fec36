/** What a page says of itself by its exported `handle`. */
export type PageHandle = {
  /** `door`: the full-width page one enters by. */
  frame?: 'door'
  /** The same for everybody who has not signed in: the server renders it once. */
  sharedWhenAnonymous?: boolean
}
