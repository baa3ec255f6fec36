type Description = { id: string; hint?: unknown; errors?: readonly string[]; errorId?: string; given?: string }

export type FieldIds = { hintId: string; errorId: string; invalid: boolean; describedBy: string | undefined }

/** The ids that tie a field to its hint and its errors; the same that conform derives from the field's id. */
export function fieldIds({ id, hint, errors, errorId = `${id}-error`, given }: Description): FieldIds {
  const hintId = `${id}-description`
  const invalid = Boolean(errors?.length)
  const ids = new Set([...(hint ? [hintId] : []), ...(invalid ? [errorId] : []), ...(given?.split(' ') ?? [])])
  return { hintId, errorId, invalid, describedBy: [...ids].join(' ') || undefined }
}
