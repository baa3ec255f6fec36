/** Downloads as CSV or as a sheet: plain forms, since a download is no page, and asking for names is written down. */
export function ExportForms({ to, what, named }: { to: string; what: string; named: boolean }) {
  return (
    <form method="post" action={to} className="r-row r-noprint">
      <input type="hidden" name="tabella" value={named ? 'persone' : 'sedi'} />
      <button className="btn btn-outline-primary" type="submit" name="formato" value="csv">
        Scarica {what} (CSV)
      </button>
      <button className="btn btn-outline-primary" type="submit" name="formato" value="ods">
        Scarica {what} (ODS)
      </button>
    </form>
  )
}
