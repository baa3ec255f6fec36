import { Link } from 'react-router'

type TaskNamesProps = { tasks: readonly { id: string; title: string }[] }

/** What was practised, each leading to its page of the guide. */
export function TaskNames({ tasks }: TaskNamesProps) {
  if (tasks.length === 0) return <>Tutto il modulo</>
  return (
    <>
      {tasks.map(({ id, title }) => (
        <div key={id}>
          <Link className="r-id" to={`/guida/attivita/${id}`}>
            {id}
          </Link>{' '}
          {title}
        </div>
      ))}
    </>
  )
}
