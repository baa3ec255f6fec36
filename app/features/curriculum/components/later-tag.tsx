import { Tag } from '~/ui/tag'

/** Marks what came after the act. */
export function LaterTag() {
  return <Tag state="warn">Dopo il 22/07/2019</Tag>
}
