import type { FieldMetadata } from '@conform-to/react'
import type { formOfSettings } from '../module-settings.schema'

/** What the form with a module's settings starts from. */
export type SettingsValues = ReturnType<typeof formOfSettings>

/** A field of that form. */
export type SettingsField<K extends keyof SettingsValues> = FieldMetadata<SettingsValues[K], SettingsValues>
