-- CreateTable
CREATE TABLE "PlanVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "composition" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "basedOnId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "submittedAt" DATETIME,
    "submittedById" TEXT,
    "documentHash" TEXT
);

-- CreateTable
CREATE TABLE "PlanAuthor" (
    "versionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "firstAt" DATETIME NOT NULL,

    PRIMARY KEY ("versionId", "personId"),
    CONSTRAINT "PlanAuthor_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PlanAuthor_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanDocument" (
    "versionId" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PlanDocument_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FrozenPart" (
    "hash" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "VersionPart" (
    "versionId" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "moduleSlug" TEXT,
    "hash" TEXT NOT NULL,

    PRIMARY KEY ("versionId", "path"),
    CONSTRAINT "VersionPart_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VersionPart_hash_fkey" FOREIGN KEY ("hash") REFERENCES "FrozenPart" ("hash") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FrozenKey" (
    "digest" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL,
    "body" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "PlanComment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "parentId" TEXT,
    "authorId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PlanComment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PlanComment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "PlanComment" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "PlanComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanCommentResolution" (
    "commentId" TEXT NOT NULL PRIMARY KEY,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "PlanCommentResolution_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "PlanComment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Vote" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "choice" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "payload" TEXT,
    "salt" TEXT,
    "payloadDigest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "Vote_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Vote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanDecision" (
    "versionId" TEXT NOT NULL PRIMARY KEY,
    "outcome" TEXT NOT NULL,
    "closedAt" DATETIME NOT NULL,
    "closedById" TEXT,
    "documentHash" TEXT NOT NULL,
    "voteHead" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    CONSTRAINT "PlanDecision_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanCondition" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "seat" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    CONSTRAINT "PlanCondition_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PlanConditionNote" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "conditionId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "met" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "PlanConditionNote_conditionId_fkey" FOREIGN KEY ("conditionId") REFERENCES "PlanCondition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Enrolment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "enrolledAt" DATETIME NOT NULL,
    "leftAt" DATETIME,
    "activeKey" TEXT,
    "completedAt" DATETIME,
    CONSTRAINT "Enrolment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Enrolment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PlanVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EnrolmentEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "reason" TEXT,
    CONSTRAINT "EnrolmentEvent_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Evidence" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "minutes" INTEGER,
    "occurredOn" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "recordedById" TEXT,
    "corrects" TEXT,
    "isVoid" BOOLEAN NOT NULL DEFAULT false,
    "payload" TEXT,
    "salt" TEXT,
    "payloadDigest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "Evidence_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ModuleProgress" (
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "lessonsDone" INTEGER NOT NULL,
    "lessonsRequired" INTEGER NOT NULL,
    "minutesDone" INTEGER NOT NULL,
    "minutesRequired" INTEGER NOT NULL,
    "minutesByMode" TEXT NOT NULL,
    "assessmentPassed" BOOLEAN NOT NULL,
    "observationMet" BOOLEAN NOT NULL,
    "completedAt" DATETIME,

    PRIMARY KEY ("enrolmentId", "moduleSlug"),
    CONSTRAINT "ModuleProgress_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "dueAt" DATETIME,
    "submittedAt" DATETIME,
    "closedBy" TEXT,
    "correct" INTEGER,
    "total" INTEGER NOT NULL,
    "cut" INTEGER NOT NULL,
    "passed" BOOLEAN,
    "openKey" TEXT,
    CONSTRAINT "Attempt_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptQuestion" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "questionHash" TEXT NOT NULL,
    "optionOrder" TEXT NOT NULL,
    "answer" TEXT,
    "answeredAt" DATETIME,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "correct" BOOLEAN,

    PRIMARY KEY ("attemptId", "position"),
    CONSTRAINT "AttemptQuestion_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AssessmentUnlock" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    CONSTRAINT "AssessmentUnlock_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AssessmentUnlock_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "PlanVersion_number_key" ON "PlanVersion"("number");

-- CreateIndex
CREATE INDEX "PlanVersion_submittedAt_idx" ON "PlanVersion"("submittedAt");

-- CreateIndex
CREATE INDEX "PlanDocument_hash_idx" ON "PlanDocument"("hash");

-- CreateIndex
CREATE INDEX "VersionPart_hash_idx" ON "VersionPart"("hash");

-- CreateIndex
CREATE INDEX "PlanComment_versionId_createdAt_idx" ON "PlanComment"("versionId", "createdAt");

-- CreateIndex
CREATE INDEX "PlanComment_parentId_idx" ON "PlanComment"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_digest_key" ON "Vote"("digest");

-- CreateIndex
CREATE INDEX "Vote_versionId_seq_idx" ON "Vote"("versionId", "seq");

-- CreateIndex
CREATE INDEX "PlanDecision_outcome_closedAt_idx" ON "PlanDecision"("outcome", "closedAt");

-- CreateIndex
CREATE INDEX "PlanCondition_versionId_position_idx" ON "PlanCondition"("versionId", "position");

-- CreateIndex
CREATE INDEX "PlanConditionNote_conditionId_at_idx" ON "PlanConditionNote"("conditionId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Enrolment_activeKey_key" ON "Enrolment"("activeKey");

-- CreateIndex
CREATE INDEX "Enrolment_personId_enrolledAt_idx" ON "Enrolment"("personId", "enrolledAt");

-- CreateIndex
CREATE INDEX "Enrolment_versionId_leftAt_idx" ON "Enrolment"("versionId", "leftAt");

-- CreateIndex
CREATE INDEX "EnrolmentEvent_enrolmentId_at_idx" ON "EnrolmentEvent"("enrolmentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_id_key" ON "Evidence"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_corrects_key" ON "Evidence"("corrects");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_digest_key" ON "Evidence"("digest");

-- CreateIndex
CREATE INDEX "Evidence_enrolmentId_moduleSlug_seq_idx" ON "Evidence"("enrolmentId", "moduleSlug", "seq");

-- CreateIndex
CREATE INDEX "ModuleProgress_moduleSlug_completedAt_idx" ON "ModuleProgress"("moduleSlug", "completedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_openKey_key" ON "Attempt"("openKey");

-- CreateIndex
CREATE INDEX "Attempt_openKey_dueAt_idx" ON "Attempt"("openKey", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_enrolmentId_moduleSlug_number_key" ON "Attempt"("enrolmentId", "moduleSlug", "number");

-- CreateIndex
CREATE INDEX "AssessmentUnlock_enrolmentId_moduleSlug_idx" ON "AssessmentUnlock"("enrolmentId", "moduleSlug");

-- What was submitted, voted, decided, recorded does not change: these tables can be added to, never changed or
-- shortened. REPLACE would delete without firing a delete trigger: a row whose key is already there is refused.

CREATE TRIGGER "PlanDocument_no_update" BEFORE UPDATE ON "PlanDocument"
BEGIN
    SELECT RAISE(ABORT, 'PlanDocument is append-only');
END;
CREATE TRIGGER "PlanDocument_no_delete" BEFORE DELETE ON "PlanDocument"
BEGIN
    SELECT RAISE(ABORT, 'PlanDocument is append-only');
END;
CREATE TRIGGER "PlanDocument_no_replace" BEFORE INSERT ON "PlanDocument"
WHEN EXISTS (SELECT 1 FROM "PlanDocument" WHERE "versionId" = NEW."versionId")
BEGIN
    SELECT RAISE(ABORT, 'PlanDocument is append-only');
END;

CREATE TRIGGER "FrozenPart_no_update" BEFORE UPDATE ON "FrozenPart"
BEGIN
    SELECT RAISE(ABORT, 'FrozenPart is append-only');
END;
CREATE TRIGGER "FrozenPart_no_delete" BEFORE DELETE ON "FrozenPart"
BEGIN
    SELECT RAISE(ABORT, 'FrozenPart is append-only');
END;
CREATE TRIGGER "FrozenPart_no_replace" BEFORE INSERT ON "FrozenPart"
WHEN EXISTS (SELECT 1 FROM "FrozenPart" WHERE "hash" = NEW."hash")
BEGIN
    SELECT RAISE(ABORT, 'FrozenPart is append-only');
END;

CREATE TRIGGER "VersionPart_no_update" BEFORE UPDATE ON "VersionPart"
BEGIN
    SELECT RAISE(ABORT, 'VersionPart is append-only');
END;
CREATE TRIGGER "VersionPart_no_delete" BEFORE DELETE ON "VersionPart"
BEGIN
    SELECT RAISE(ABORT, 'VersionPart is append-only');
END;
CREATE TRIGGER "VersionPart_no_replace" BEFORE INSERT ON "VersionPart"
WHEN EXISTS (SELECT 1 FROM "VersionPart" WHERE "versionId" = NEW."versionId" AND "path" = NEW."path")
BEGIN
    SELECT RAISE(ABORT, 'VersionPart is append-only');
END;

CREATE TRIGGER "FrozenKey_no_update" BEFORE UPDATE ON "FrozenKey"
BEGIN
    SELECT RAISE(ABORT, 'FrozenKey is append-only');
END;
CREATE TRIGGER "FrozenKey_no_delete" BEFORE DELETE ON "FrozenKey"
BEGIN
    SELECT RAISE(ABORT, 'FrozenKey is append-only');
END;
CREATE TRIGGER "FrozenKey_no_replace" BEFORE INSERT ON "FrozenKey"
WHEN EXISTS (SELECT 1 FROM "FrozenKey" WHERE "digest" = NEW."digest")
BEGIN
    SELECT RAISE(ABORT, 'FrozenKey is append-only');
END;

CREATE TRIGGER "PlanComment_no_update" BEFORE UPDATE ON "PlanComment"
BEGIN
    SELECT RAISE(ABORT, 'PlanComment is append-only');
END;
CREATE TRIGGER "PlanComment_no_delete" BEFORE DELETE ON "PlanComment"
BEGIN
    SELECT RAISE(ABORT, 'PlanComment is append-only');
END;
CREATE TRIGGER "PlanComment_no_replace" BEFORE INSERT ON "PlanComment"
WHEN EXISTS (SELECT 1 FROM "PlanComment" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'PlanComment is append-only');
END;

CREATE TRIGGER "PlanCommentResolution_no_update" BEFORE UPDATE ON "PlanCommentResolution"
BEGIN
    SELECT RAISE(ABORT, 'PlanCommentResolution is append-only');
END;
CREATE TRIGGER "PlanCommentResolution_no_delete" BEFORE DELETE ON "PlanCommentResolution"
BEGIN
    SELECT RAISE(ABORT, 'PlanCommentResolution is append-only');
END;
CREATE TRIGGER "PlanCommentResolution_no_replace" BEFORE INSERT ON "PlanCommentResolution"
WHEN EXISTS (SELECT 1 FROM "PlanCommentResolution" WHERE "commentId" = NEW."commentId")
BEGIN
    SELECT RAISE(ABORT, 'PlanCommentResolution is append-only');
END;

CREATE TRIGGER "PlanDecision_no_update" BEFORE UPDATE ON "PlanDecision"
BEGIN
    SELECT RAISE(ABORT, 'PlanDecision is append-only');
END;
CREATE TRIGGER "PlanDecision_no_delete" BEFORE DELETE ON "PlanDecision"
BEGIN
    SELECT RAISE(ABORT, 'PlanDecision is append-only');
END;
CREATE TRIGGER "PlanDecision_no_replace" BEFORE INSERT ON "PlanDecision"
WHEN EXISTS (SELECT 1 FROM "PlanDecision" WHERE "versionId" = NEW."versionId")
BEGIN
    SELECT RAISE(ABORT, 'PlanDecision is append-only');
END;

CREATE TRIGGER "PlanCondition_no_update" BEFORE UPDATE ON "PlanCondition"
BEGIN
    SELECT RAISE(ABORT, 'PlanCondition is append-only');
END;
CREATE TRIGGER "PlanCondition_no_delete" BEFORE DELETE ON "PlanCondition"
BEGIN
    SELECT RAISE(ABORT, 'PlanCondition is append-only');
END;
CREATE TRIGGER "PlanCondition_no_replace" BEFORE INSERT ON "PlanCondition"
WHEN EXISTS (SELECT 1 FROM "PlanCondition" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'PlanCondition is append-only');
END;

CREATE TRIGGER "PlanConditionNote_no_update" BEFORE UPDATE ON "PlanConditionNote"
BEGIN
    SELECT RAISE(ABORT, 'PlanConditionNote is append-only');
END;
CREATE TRIGGER "PlanConditionNote_no_delete" BEFORE DELETE ON "PlanConditionNote"
BEGIN
    SELECT RAISE(ABORT, 'PlanConditionNote is append-only');
END;
CREATE TRIGGER "PlanConditionNote_no_replace" BEFORE INSERT ON "PlanConditionNote"
WHEN EXISTS (SELECT 1 FROM "PlanConditionNote" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'PlanConditionNote is append-only');
END;

CREATE TRIGGER "EnrolmentEvent_no_update" BEFORE UPDATE ON "EnrolmentEvent"
BEGIN
    SELECT RAISE(ABORT, 'EnrolmentEvent is append-only');
END;
CREATE TRIGGER "EnrolmentEvent_no_delete" BEFORE DELETE ON "EnrolmentEvent"
BEGIN
    SELECT RAISE(ABORT, 'EnrolmentEvent is append-only');
END;
CREATE TRIGGER "EnrolmentEvent_no_replace" BEFORE INSERT ON "EnrolmentEvent"
WHEN EXISTS (SELECT 1 FROM "EnrolmentEvent" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'EnrolmentEvent is append-only');
END;

CREATE TRIGGER "AssessmentUnlock_no_update" BEFORE UPDATE ON "AssessmentUnlock"
BEGIN
    SELECT RAISE(ABORT, 'AssessmentUnlock is append-only');
END;
CREATE TRIGGER "AssessmentUnlock_no_delete" BEFORE DELETE ON "AssessmentUnlock"
BEGIN
    SELECT RAISE(ABORT, 'AssessmentUnlock is append-only');
END;
CREATE TRIGGER "AssessmentUnlock_no_replace" BEFORE INSERT ON "AssessmentUnlock"
WHEN EXISTS (SELECT 1 FROM "AssessmentUnlock" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'AssessmentUnlock is append-only');
END;

-- A row may only follow the last one, as in AuditEntry.
CREATE TRIGGER "Vote_no_update" BEFORE UPDATE ON "Vote"
BEGIN
    SELECT RAISE(ABORT, 'Vote is append-only');
END;
CREATE TRIGGER "Vote_no_delete" BEFORE DELETE ON "Vote"
BEGIN
    SELECT RAISE(ABORT, 'Vote is append-only');
END;
CREATE TRIGGER "Vote_in_order" BEFORE INSERT ON "Vote"
WHEN NEW."seq" IS NOT COALESCE((SELECT MAX("seq") FROM "Vote"), 0) + 1
  OR NEW."previous" IS NOT COALESCE((SELECT "digest" FROM "Vote" ORDER BY "seq" DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM "Vote" WHERE "digest" = NEW."digest")
BEGIN
    SELECT RAISE(ABORT, 'Vote does not follow the last row');
END;

-- A row may only follow the last one, as in AuditEntry.
CREATE TRIGGER "Evidence_no_update" BEFORE UPDATE ON "Evidence"
BEGIN
    SELECT RAISE(ABORT, 'Evidence is append-only');
END;
CREATE TRIGGER "Evidence_no_delete" BEFORE DELETE ON "Evidence"
BEGIN
    SELECT RAISE(ABORT, 'Evidence is append-only');
END;
CREATE TRIGGER "Evidence_in_order" BEFORE INSERT ON "Evidence"
WHEN NEW."seq" IS NOT COALESCE((SELECT MAX("seq") FROM "Evidence"), 0) + 1
  OR NEW."previous" IS NOT COALESCE((SELECT "digest" FROM "Evidence" ORDER BY "seq" DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM "Evidence" WHERE "digest" = NEW."digest" OR "id" = NEW."id" OR "corrects" = NEW."corrects")
BEGIN
    SELECT RAISE(ABORT, 'Evidence does not follow the last row');
END;

-- A decided version takes no vote.
CREATE TRIGGER "Vote_before_decision" BEFORE INSERT ON "Vote"
WHEN EXISTS (SELECT 1 FROM "PlanDecision" WHERE "versionId" = NEW."versionId")
  OR NOT EXISTS (SELECT 1 FROM "PlanVersion" WHERE "id" = NEW."versionId" AND "submittedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'The vote on this version is not open');
END;

-- A version is frozen from its submission on, with its parts and its authors.
CREATE TRIGGER "PlanVersion_frozen" BEFORE UPDATE ON "PlanVersion"
WHEN OLD."submittedAt" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'A submitted version does not change');
END;
CREATE TRIGGER "PlanVersion_kept" BEFORE DELETE ON "PlanVersion"
WHEN OLD."submittedAt" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'A submitted version does not change');
END;
CREATE TRIGGER "PlanVersion_no_replace" BEFORE INSERT ON "PlanVersion"
WHEN EXISTS (SELECT 1 FROM "PlanVersion" WHERE "id" = NEW."id" OR "number" = NEW."number")
BEGIN
    SELECT RAISE(ABORT, 'This version is already there');
END;
CREATE TRIGGER "VersionPart_before_submission" BEFORE INSERT ON "VersionPart"
WHEN EXISTS (SELECT 1 FROM "PlanVersion" WHERE "id" = NEW."versionId" AND "submittedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'A submitted version does not change');
END;
CREATE TRIGGER "PlanAuthor_before_submission" BEFORE INSERT ON "PlanAuthor"
WHEN EXISTS (SELECT 1 FROM "PlanVersion" WHERE "id" = NEW."versionId" AND "submittedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'A submitted version does not change');
END;
CREATE TRIGGER "PlanAuthor_no_update" BEFORE UPDATE ON "PlanAuthor"
BEGIN
    SELECT RAISE(ABORT, 'An author stays one');
END;
CREATE TRIGGER "PlanAuthor_no_delete" BEFORE DELETE ON "PlanAuthor"
WHEN EXISTS (SELECT 1 FROM "PlanVersion" WHERE "id" = OLD."versionId" AND "submittedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'A submitted version does not change');
END;

-- An enrolment pins person, version and profile.
CREATE TRIGGER "Enrolment_pinned" BEFORE UPDATE ON "Enrolment"
WHEN OLD."personId" IS NOT NEW."personId" OR OLD."versionId" IS NOT NEW."versionId"
  OR OLD."profile" IS NOT NEW."profile" OR OLD."enrolledAt" IS NOT NEW."enrolledAt"
BEGIN
    SELECT RAISE(ABORT, 'An enrolment pins its version');
END;
CREATE TRIGGER "Enrolment_no_delete" BEFORE DELETE ON "Enrolment"
BEGIN
    SELECT RAISE(ABORT, 'Enrolments are kept');
END;

-- A submitted attempt does not change, nor does what was drawn.
CREATE TRIGGER "Attempt_closed" BEFORE UPDATE ON "Attempt"
WHEN OLD."submittedAt" IS NOT NULL OR OLD."enrolmentId" IS NOT NEW."enrolmentId" OR OLD."seed" IS NOT NEW."seed"
  OR OLD."number" IS NOT NEW."number" OR OLD."startedAt" IS NOT NEW."startedAt" OR OLD."dueAt" IS NOT NEW."dueAt"
  OR OLD."moduleSlug" IS NOT NEW."moduleSlug" OR OLD."total" IS NOT NEW."total" OR OLD."cut" IS NOT NEW."cut"
BEGIN
    SELECT RAISE(ABORT, 'A submitted attempt does not change');
END;
CREATE TRIGGER "Attempt_no_delete" BEFORE DELETE ON "Attempt"
BEGIN
    SELECT RAISE(ABORT, 'Attempts are kept');
END;
CREATE TRIGGER "AttemptQuestion_closed" BEFORE UPDATE ON "AttemptQuestion"
WHEN OLD."questionHash" IS NOT NEW."questionHash" OR OLD."optionOrder" IS NOT NEW."optionOrder"
  OR OLD."attemptId" IS NOT NEW."attemptId" OR OLD."position" IS NOT NEW."position"
  OR EXISTS (SELECT 1 FROM "Attempt" WHERE "id" = OLD."attemptId" AND "submittedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'A submitted attempt does not change');
END;
CREATE TRIGGER "AttemptQuestion_no_delete" BEFORE DELETE ON "AttemptQuestion"
BEGIN
    SELECT RAISE(ABORT, 'Attempts are kept');
END;
CREATE TRIGGER "AttemptQuestion_no_replace" BEFORE INSERT ON "AttemptQuestion"
WHEN EXISTS (SELECT 1 FROM "AttemptQuestion" WHERE "attemptId" = NEW."attemptId" AND "position" = NEW."position")
  OR EXISTS (SELECT 1 FROM "Attempt" WHERE "id" = NEW."attemptId" AND "submittedAt" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'A submitted attempt does not change');
END;
CREATE TRIGGER "Attempt_no_replace" BEFORE INSERT ON "Attempt"
WHEN EXISTS (SELECT 1 FROM "Attempt" WHERE "id" = NEW."id" OR "openKey" = NEW."openKey"
    OR ("enrolmentId" = NEW."enrolmentId" AND "moduleSlug" = NEW."moduleSlug" AND "number" = NEW."number"))
BEGIN
    SELECT RAISE(ABORT, 'This attempt is already there');
END;
CREATE TRIGGER "Enrolment_no_replace" BEFORE INSERT ON "Enrolment"
WHEN EXISTS (SELECT 1 FROM "Enrolment" WHERE "id" = NEW."id" OR "activeKey" = NEW."activeKey")
BEGIN
    SELECT RAISE(ABORT, 'This enrolment is already there');
END;
