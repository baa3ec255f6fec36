import loraBold from '../../../node_modules/bootstrap-italia/dist/fonts/Lora/lora-v20-latin-ext_latin-700.woff2?inline'
import loraItalic from '../../../node_modules/bootstrap-italia/dist/fonts/Lora/lora-v20-latin-ext_latin-italic.woff2?inline'
import loraRegular from '../../../node_modules/bootstrap-italia/dist/fonts/Lora/lora-v20-latin-ext_latin-regular.woff2?inline'
import titilliumSemibold from '../../../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2?inline'
import titilliumBold from '../../../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2?inline'
import titilliumRegular from '../../../node_modules/bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2?inline'
import styleText from './edition.css?inline'
import style from './edition.css?url'
import fonts from './fonts.css?url'

/** The style of the reading edition as files of the site. */
export const editionStyleLinks: readonly string[] = [fonts, style]

const faces: [string, number, 'normal' | 'italic', string][] = [
  ['Titillium Web', 400, 'normal', titilliumRegular],
  ['Titillium Web', 600, 'normal', titilliumSemibold],
  ['Titillium Web', 700, 'normal', titilliumBold],
  ['Lora', 400, 'normal', loraRegular],
  ['Lora', 400, 'italic', loraItalic],
  ['Lora', 700, 'normal', loraBold],
]

/** The same with its type, to stand in one file. */
export const editionStyleText = [
  ...faces.map(
    ([family, weight, style, address]) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${style};src:url("${address}")format("woff2")}`,
  ),
  styleText,
].join('\n')
