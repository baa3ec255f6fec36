import { classNames } from './class-names'
import sprite from './icons.svg?url'

/** The icons that icons.svg holds: to add one, copy its `<symbol>` from bootstrap-italia/dist/svg/sprites.svg. */
export type IconName =
  | 'arrow-left'
  | 'arrow-right'
  | 'calendar'
  | 'check-circle'
  | 'clock'
  | 'close'
  | 'copy'
  | 'download'
  | 'external-link'
  | 'file'
  | 'info-circle'
  | 'list'
  | 'lock'
  | 'mail'
  | 'map-marker'
  | 'pencil'
  | 'plus'
  | 'print'
  | 'refresh'
  | 'search'
  | 'upload'
  | 'user'
  | 'warning-circle'

type IconProps = { name: IconName; size?: 'sm' | 'md'; className?: string }

/** Decoration: the words always stand beside it. */
export function Icon({ name, size = 'sm', className }: IconProps) {
  return (
    <svg className={classNames('icon', size === 'sm' && 'icon-sm', className)} aria-hidden="true" focusable="false">
      <use href={`${sprite}#it-${name}`} />
    </svg>
  )
}
