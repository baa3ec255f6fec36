import purgeCSSPlugin from '@fullhuman/postcss-purgecss'

/** What we take from bootstrap-italia: its reset and these families of classes. The rest is ours (app/ui/styles). */
const CLASSES = [
  /^btn(-primary|-secondary|-danger|-outline-\w+|-link|-sm|-lg)?$/,
  /^form-control$/,
  /^breadcrumb(-item)?$/,
  /^icon(-sm)?$/,
  /^visually-hidden(-focusable)?$/,
  /^skiplinks$/,
  /^(active|disabled|clearfix)$/,
  /^[mp][tbsexy]?-(\d|auto)$/,
  /^gap-\d$/,
  /^(w|h|mw)-(\d+|auto)$/,
  /^d-(none|inline|block|flex|grid|inline-block|inline-flex|print-\w+)$/,
  /^(fw|fst)-\w+$/,
  /^text-(start|center|end|break|nowrap|wrap|decoration-none)$/,
  /^(align|justify)-[a-z]+(-[a-z]+)?$/,
  /^flex-(row|column|wrap|nowrap|fill|grow-\d|shrink-\d)$/,
]

const TAGS =
  'html body main header footer nav section article aside div span p a b strong i em small s u sub sup mark abbr ' +
  'address blockquote q cite code pre kbd samp var time br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead ' +
  'tbody tfoot tr th td colgroup col form fieldset legend label input button select optgroup option textarea output ' +
  'progress details summary dialog figure figcaption img svg audio video del ins'

function wordsOf(source) {
  return (source.match(/[\w-]+/g) ?? []).filter((word) => CLASSES.some((family) => family.test(word)))
}

/** Purges bootstrap-italia, never our own style sheets. While developing, the families stay whole. */
function purgeBootstrapItalia() {
  return {
    postcssPlugin: 'purge-bootstrap-italia',
    async OnceExit(root, helpers) {
      if (!root.source?.input.file?.includes('bootstrap-italia')) return
      const developing = process.env.NODE_ENV === 'development'
      const plugin = purgeCSSPlugin({
        content: developing ? [{ raw: root.toString(), extension: 'css' }] : ['./app/**/*.{ts,tsx}'],
        defaultExtractor: wordsOf,
        // Its rules of focus belong to its script, and mark links that were only clicked.
        blocklist: [/data-focus-mouse/],
        safelist: TAGS.split(' '),
        fontFace: true,
        keyframes: true,
        variables: true,
      })
      await plugin.OnceExit(root, helpers)
    },
  }
}
purgeBootstrapItalia.postcss = true

export default { plugins: [purgeBootstrapItalia()] }
