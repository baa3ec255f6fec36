const link = ['seq', 'payload', 'salt', 'payloadDigest', 'previous', 'digest']

/** The columns that the history fills, by table, in the order in which the tables can be written. */
export const columnsOf = {
  Enrolment: ['id', 'personId', 'versionId', 'profile', 'enrolledAt', 'activeKey'],
  EnrolmentEvent: ['id', 'enrolmentId', 'kind', 'at', 'byId', 'reason'],
  Posting: ['id', 'personId', 'entryId', 'startsOn', 'endsOn', 'reason', 'createdAt'],
  Attempt: [...['id', 'enrolmentId', 'moduleSlug', 'number', 'seed', 'startedAt', 'dueAt', 'total', 'cut', 'openKey']],
  AttemptQuestion: [
    ...['attemptId', 'position', 'questionHash', 'optionOrder', 'answer', 'answeredAt', 'flagged', 'correct'],
  ],
  AssessmentUnlock: ['id', 'enrolmentId', 'moduleSlug', 'byId', 'at', 'attempts', 'reason'],
  Observation: [
    ...['id', 'enrolmentId', 'moduleSlug', 'observerId', 'kind', 'observedOn', 'criteria', 'observed', 'points'],
    ...['criticalMet', 'sufficient', 'level', 'signedAt', 'corrects', 'isVoid'],
    ...link,
  ],
  ObservationResponse: ['id', 'observationId', 'slot', 'verdict', 'byId', 'at', ...link],
  ObservationDraft: ['id', 'enrolmentId', 'moduleSlug', 'observerId', 'body', 'revision', 'createdAt', 'updatedAt'],
  SelfAssessment: ['id', 'enrolmentId', 'moduleSlug', 'moment', 'at', 'ratings'],
  PracticeEntry: [
    ...['id', 'enrolmentId', 'moduleSlug', 'heldOn', 'minutes', 'tasks', 'alongside', 'note', 'state', 'createdAt'],
  ],
  PracticeDecision: ['id', 'entryId', 'outcome', 'byId', 'at', 'reason', 'evidenceId'],
  Register: [
    ...['id', 'trainerId', 'moduleSlug', 'mode', 'heldOn', 'startsAt', 'endsAt', 'signedAt', 'corrects', 'isVoid'],
    ...link,
  ],
  Attendance: ['registerId', 'enrolmentId', 'minutes', 'evidenceId'],
  RegisterDraft: ['id', 'trainerId', 'body', 'revision', 'createdAt', 'updatedAt'],
  Evidence: [
    ...['id', 'enrolmentId', 'moduleSlug', 'kind', 'subject', 'minutes', 'occurredOn', 'recordedAt', 'recordedById'],
    ...['corrects', 'isVoid'],
    ...link,
  ],
  ModuleProgress: [
    ...['enrolmentId', 'moduleSlug', 'lessonsDone', 'lessonsRequired', 'minutesDone', 'minutesRequired'],
    ...['minutesByMode', 'assessmentPassed', 'observationMet', 'completedAt', 'completedOn'],
  ],
  AuditEntry: ['at', 'actorId', 'action', 'objectType', 'objectId', 'requestId', ...link],
} as const satisfies Record<string, readonly string[]>

export type TableName = keyof typeof columnsOf

export const tablesInOrder = Object.keys(columnsOf) as TableName[]
