/** Where something stands in a parsed file: keys and positions from its root. */
export type Path = readonly (string | number)[]

/** What a rule objects to: the place, and why, as an Italian sentence. */
export type Finding = { path: Path; reason: string }

/** A finding of a rule that looks at several files. */
export type FileFinding = Finding & { file: string }
