import type { FileFinding, Finding, Path } from '~/lib/finding'
import type { ContentFile, ProblemList } from '~/platform/content/content-file.server'

/** Adds what rules object to in a file, each on its line. */
export function addFindings<T>(file: ContentFile<T>, findings: readonly Finding[], list: ProblemList) {
  for (const { path, reason } of findings) list.problems.push({ file: file.file, line: file.lineOf(path), reason })
}

/** As `addFindings`, for a rule that looks at several files. */
export function addFileFindings<T>(
  files: readonly ContentFile<T>[],
  findings: readonly FileFinding[],
  list: ProblemList,
) {
  for (const file of files) {
    addFindings(
      file,
      findings.filter((finding) => finding.file === file.file),
      list,
    )
  }
}

/** Puts a finding at its place in the file: its path begins below this one. */
export function below(...at: Path) {
  return <F extends Finding>(finding: F): F => ({ ...finding, path: [...at, ...finding.path] })
}
