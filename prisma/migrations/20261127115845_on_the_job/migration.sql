-- AlterTable
ALTER TABLE "Enrolment" ADD COLUMN "completedOn" TEXT;

-- AlterTable
ALTER TABLE "ModuleProgress" ADD COLUMN "completedOn" TEXT;

-- CreateTable
CREATE TABLE "ProgressCount" (
    "versionId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "people" INTEGER NOT NULL DEFAULT 0,
    "completed" INTEGER NOT NULL DEFAULT 0,
    "testsPassed" INTEGER NOT NULL DEFAULT 0,
    "observationsMet" INTEGER NOT NULL DEFAULT 0,
    "online" INTEGER NOT NULL DEFAULT 0,
    "classroom" INTEGER NOT NULL DEFAULT 0,
    "remote" INTEGER NOT NULL DEFAULT 0,
    "collaborative" INTEGER NOT NULL DEFAULT 0,
    "onTheJob" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("versionId", "entryId", "profile", "moduleSlug")
);

-- CreateTable
CREATE TABLE "CompletionWeek" (
    "monday" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "profile" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "completed" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("moduleSlug", "profile", "province", "monday")
);

-- CreateTable
CREATE TABLE "ObservationDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "observerId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "corrects" TEXT,
    CONSTRAINT "ObservationDraft_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Observation" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "observerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "observedOn" TEXT NOT NULL,
    "criteria" INTEGER NOT NULL,
    "observed" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "criticalMet" BOOLEAN NOT NULL,
    "sufficient" BOOLEAN NOT NULL,
    "level" INTEGER,
    "signedAt" DATETIME NOT NULL,
    "corrects" TEXT,
    "isVoid" BOOLEAN NOT NULL DEFAULT false,
    "payload" TEXT,
    "salt" TEXT,
    "payloadDigest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "Observation_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_observerId_fkey" FOREIGN KEY ("observerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ObservationResponse" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "observationId" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "payload" TEXT,
    "salt" TEXT,
    "payloadDigest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "ObservationResponse_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SelfAssessment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "moment" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "ratings" TEXT NOT NULL,
    CONSTRAINT "SelfAssessment_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticeEntry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "enrolmentId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "tasks" TEXT NOT NULL,
    "alongside" TEXT NOT NULL,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PracticeEntry_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PracticeDecision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "entryId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "reason" TEXT,
    "evidenceId" TEXT,
    CONSTRAINT "PracticeDecision_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "PracticeEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RegisterDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "trainerId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL,
    "corrects" TEXT
);

-- CreateTable
CREATE TABLE "Register" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "id" TEXT NOT NULL,
    "trainerId" TEXT NOT NULL,
    "moduleSlug" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "startsAt" INTEGER NOT NULL,
    "endsAt" INTEGER NOT NULL,
    "signedAt" DATETIME NOT NULL,
    "corrects" TEXT,
    "isVoid" BOOLEAN NOT NULL DEFAULT false,
    "payload" TEXT,
    "salt" TEXT,
    "payloadDigest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    CONSTRAINT "Register_trainerId_fkey" FOREIGN KEY ("trainerId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendance" (
    "registerId" TEXT NOT NULL,
    "enrolmentId" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "evidenceId" TEXT,

    PRIMARY KEY ("registerId", "enrolmentId"),
    CONSTRAINT "Attendance_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attendance_enrolmentId_fkey" FOREIGN KEY ("enrolmentId") REFERENCES "Enrolment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ProgressCount_entryId_idx" ON "ProgressCount"("entryId");

-- CreateIndex
CREATE INDEX "ObservationDraft_observerId_updatedAt_idx" ON "ObservationDraft"("observerId", "updatedAt");

-- CreateIndex
CREATE INDEX "ObservationDraft_enrolmentId_idx" ON "ObservationDraft"("enrolmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_id_key" ON "Observation"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_corrects_key" ON "Observation"("corrects");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_digest_key" ON "Observation"("digest");

-- CreateIndex
CREATE INDEX "Observation_enrolmentId_moduleSlug_seq_idx" ON "Observation"("enrolmentId", "moduleSlug", "seq");

-- CreateIndex
CREATE INDEX "Observation_observerId_seq_idx" ON "Observation"("observerId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "ObservationResponse_id_key" ON "ObservationResponse"("id");

-- CreateIndex
CREATE UNIQUE INDEX "ObservationResponse_digest_key" ON "ObservationResponse"("digest");

-- CreateIndex
CREATE INDEX "ObservationResponse_verdict_seq_idx" ON "ObservationResponse"("verdict", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "ObservationResponse_observationId_slot_key" ON "ObservationResponse"("observationId", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "SelfAssessment_enrolmentId_moduleSlug_moment_key" ON "SelfAssessment"("enrolmentId", "moduleSlug", "moment");

-- CreateIndex
CREATE INDEX "PracticeEntry_enrolmentId_heldOn_idx" ON "PracticeEntry"("enrolmentId", "heldOn");

-- CreateIndex
CREATE INDEX "PracticeEntry_state_enrolmentId_idx" ON "PracticeEntry"("state", "enrolmentId");

-- CreateIndex
CREATE INDEX "PracticeDecision_entryId_at_idx" ON "PracticeDecision"("entryId", "at");

-- CreateIndex
CREATE INDEX "PracticeDecision_byId_at_idx" ON "PracticeDecision"("byId", "at");

-- CreateIndex
CREATE INDEX "RegisterDraft_trainerId_updatedAt_idx" ON "RegisterDraft"("trainerId", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Register_id_key" ON "Register"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Register_corrects_key" ON "Register"("corrects");

-- CreateIndex
CREATE UNIQUE INDEX "Register_digest_key" ON "Register"("digest");

-- CreateIndex
CREATE INDEX "Register_trainerId_heldOn_idx" ON "Register"("trainerId", "heldOn");

-- CreateIndex
CREATE INDEX "Register_heldOn_idx" ON "Register"("heldOn");

-- CreateIndex
CREATE INDEX "Attendance_enrolmentId_idx" ON "Attendance"("enrolmentId");

-- The day of a completion in Italy, for what was completed before this column: summer time runs from the last Sunday of
-- March to the last of October, 1.00 UTC.
UPDATE "Enrolment" SET "completedOn" = date("completedAt", CASE
  WHEN datetime("completedAt") >= datetime(substr("completedAt", 1, 4) || '-03-31 01:00', '-6 days', 'weekday 0')
    AND datetime("completedAt") < datetime(substr("completedAt", 1, 4) || '-10-31 01:00', '-6 days', 'weekday 0')
  THEN '+2 hours' ELSE '+1 hour' END)
WHERE "completedAt" IS NOT NULL;
UPDATE "ModuleProgress" SET "completedOn" = date("completedAt", CASE
  WHEN datetime("completedAt") >= datetime(substr("completedAt", 1, 4) || '-03-31 01:00', '-6 days', 'weekday 0')
    AND datetime("completedAt") < datetime(substr("completedAt", 1, 4) || '-10-31 01:00', '-6 days', 'weekday 0')
  THEN '+2 hours' ELSE '+1 hour' END)
WHERE "completedAt" IS NOT NULL;

-- What was signed, answered, validated does not change: these tables can be added to, never changed or shortened.

-- A row may only follow the last one, as in AuditEntry.
CREATE TRIGGER "Observation_no_update" BEFORE UPDATE ON "Observation"
BEGIN
    SELECT RAISE(ABORT, 'Observation is append-only');
END;
CREATE TRIGGER "Observation_no_delete" BEFORE DELETE ON "Observation"
BEGIN
    SELECT RAISE(ABORT, 'Observation is append-only');
END;
CREATE TRIGGER "Observation_in_order" BEFORE INSERT ON "Observation"
WHEN NEW."seq" IS NOT COALESCE((SELECT MAX("seq") FROM "Observation"), 0) + 1
  OR NEW."previous" IS NOT COALESCE((SELECT "digest" FROM "Observation" ORDER BY "seq" DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM "Observation" WHERE "digest" = NEW."digest" OR "id" = NEW."id" OR "corrects" = NEW."corrects")
BEGIN
    SELECT RAISE(ABORT, 'Observation does not follow the last row');
END;

-- A row may only follow the last one, as in AuditEntry.
CREATE TRIGGER "ObservationResponse_no_update" BEFORE UPDATE ON "ObservationResponse"
BEGIN
    SELECT RAISE(ABORT, 'ObservationResponse is append-only');
END;
CREATE TRIGGER "ObservationResponse_no_delete" BEFORE DELETE ON "ObservationResponse"
BEGIN
    SELECT RAISE(ABORT, 'ObservationResponse is append-only');
END;
CREATE TRIGGER "ObservationResponse_in_order" BEFORE INSERT ON "ObservationResponse"
WHEN NEW."seq" IS NOT COALESCE((SELECT MAX("seq") FROM "ObservationResponse"), 0) + 1
  OR NEW."previous" IS NOT COALESCE((SELECT "digest" FROM "ObservationResponse" ORDER BY "seq" DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM "ObservationResponse" WHERE "digest" = NEW."digest" OR "id" = NEW."id"
    OR ("observationId" = NEW."observationId" AND "slot" = NEW."slot"))
BEGIN
    SELECT RAISE(ABORT, 'ObservationResponse does not follow the last row');
END;

-- A row may only follow the last one, as in AuditEntry.
CREATE TRIGGER "Register_no_update" BEFORE UPDATE ON "Register"
BEGIN
    SELECT RAISE(ABORT, 'Register is append-only');
END;
CREATE TRIGGER "Register_no_delete" BEFORE DELETE ON "Register"
BEGIN
    SELECT RAISE(ABORT, 'Register is append-only');
END;
CREATE TRIGGER "Register_in_order" BEFORE INSERT ON "Register"
WHEN NEW."seq" IS NOT COALESCE((SELECT MAX("seq") FROM "Register"), 0) + 1
  OR NEW."previous" IS NOT COALESCE((SELECT "digest" FROM "Register" ORDER BY "seq" DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM "Register" WHERE "digest" = NEW."digest" OR "id" = NEW."id" OR "corrects" = NEW."corrects")
BEGIN
    SELECT RAISE(ABORT, 'Register does not follow the last row');
END;

CREATE TRIGGER "Attendance_no_update" BEFORE UPDATE ON "Attendance"
BEGIN
    SELECT RAISE(ABORT, 'Attendance is append-only');
END;
CREATE TRIGGER "Attendance_no_delete" BEFORE DELETE ON "Attendance"
BEGIN
    SELECT RAISE(ABORT, 'Attendance is append-only');
END;
CREATE TRIGGER "Attendance_no_replace" BEFORE INSERT ON "Attendance"
WHEN EXISTS (SELECT 1 FROM "Attendance" WHERE "registerId" = NEW."registerId" AND "enrolmentId" = NEW."enrolmentId")
BEGIN
    SELECT RAISE(ABORT, 'Attendance is append-only');
END;

CREATE TRIGGER "PracticeDecision_no_update" BEFORE UPDATE ON "PracticeDecision"
BEGIN
    SELECT RAISE(ABORT, 'PracticeDecision is append-only');
END;
CREATE TRIGGER "PracticeDecision_no_delete" BEFORE DELETE ON "PracticeDecision"
BEGIN
    SELECT RAISE(ABORT, 'PracticeDecision is append-only');
END;
CREATE TRIGGER "PracticeDecision_no_replace" BEFORE INSERT ON "PracticeDecision"
WHEN EXISTS (SELECT 1 FROM "PracticeDecision" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'PracticeDecision is append-only');
END;

-- Of a logged practice only the state changes, with each decision.
CREATE TRIGGER "PracticeEntry_kept" BEFORE UPDATE ON "PracticeEntry"
WHEN OLD."id" IS NOT NEW."id" OR OLD.rowid IS NOT NEW.rowid OR OLD."enrolmentId" IS NOT NEW."enrolmentId"
  OR OLD."moduleSlug" IS NOT NEW."moduleSlug" OR OLD."heldOn" IS NOT NEW."heldOn" OR OLD."minutes" IS NOT NEW."minutes" OR OLD."tasks" IS NOT NEW."tasks"
  OR OLD."alongside" IS NOT NEW."alongside" OR OLD."note" IS NOT NEW."note" OR OLD."createdAt" IS NOT NEW."createdAt"
BEGIN
    SELECT RAISE(ABORT, 'A logged practice does not change');
END;
CREATE TRIGGER "PracticeEntry_no_delete" BEFORE DELETE ON "PracticeEntry"
BEGIN
    SELECT RAISE(ABORT, 'A logged practice does not change');
END;
CREATE TRIGGER "PracticeEntry_no_replace" BEFORE INSERT ON "PracticeEntry"
WHEN EXISTS (SELECT 1 FROM "PracticeEntry" WHERE "id" = NEW."id")
BEGIN
    SELECT RAISE(ABORT, 'A logged practice does not change');
END;

-- A row is also known by its rowid: REPLACE with the rowid of another would put something else in its place.
CREATE TRIGGER "PlanDocument_same_rowid" BEFORE INSERT ON "PlanDocument"
WHEN EXISTS (SELECT 1 FROM "PlanDocument" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "FrozenPart_same_rowid" BEFORE INSERT ON "FrozenPart"
WHEN EXISTS (SELECT 1 FROM "FrozenPart" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "VersionPart_same_rowid" BEFORE INSERT ON "VersionPart"
WHEN EXISTS (SELECT 1 FROM "VersionPart" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "FrozenKey_same_rowid" BEFORE INSERT ON "FrozenKey"
WHEN EXISTS (SELECT 1 FROM "FrozenKey" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PlanComment_same_rowid" BEFORE INSERT ON "PlanComment"
WHEN EXISTS (SELECT 1 FROM "PlanComment" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PlanCommentResolution_same_rowid" BEFORE INSERT ON "PlanCommentResolution"
WHEN EXISTS (SELECT 1 FROM "PlanCommentResolution" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PlanDecision_same_rowid" BEFORE INSERT ON "PlanDecision"
WHEN EXISTS (SELECT 1 FROM "PlanDecision" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PlanCondition_same_rowid" BEFORE INSERT ON "PlanCondition"
WHEN EXISTS (SELECT 1 FROM "PlanCondition" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PlanConditionNote_same_rowid" BEFORE INSERT ON "PlanConditionNote"
WHEN EXISTS (SELECT 1 FROM "PlanConditionNote" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "EnrolmentEvent_same_rowid" BEFORE INSERT ON "EnrolmentEvent"
WHEN EXISTS (SELECT 1 FROM "EnrolmentEvent" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "AssessmentUnlock_same_rowid" BEFORE INSERT ON "AssessmentUnlock"
WHEN EXISTS (SELECT 1 FROM "AssessmentUnlock" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "Enrolment_same_rowid" BEFORE INSERT ON "Enrolment"
WHEN EXISTS (SELECT 1 FROM "Enrolment" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "Attempt_same_rowid" BEFORE INSERT ON "Attempt"
WHEN EXISTS (SELECT 1 FROM "Attempt" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "AttemptQuestion_same_rowid" BEFORE INSERT ON "AttemptQuestion"
WHEN EXISTS (SELECT 1 FROM "AttemptQuestion" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "Attendance_same_rowid" BEFORE INSERT ON "Attendance"
WHEN EXISTS (SELECT 1 FROM "Attendance" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PracticeDecision_same_rowid" BEFORE INSERT ON "PracticeDecision"
WHEN EXISTS (SELECT 1 FROM "PracticeDecision" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "PracticeEntry_same_rowid" BEFORE INSERT ON "PracticeEntry"
WHEN EXISTS (SELECT 1 FROM "PracticeEntry" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;
CREATE TRIGGER "ModuleProgress_same_rowid" BEFORE INSERT ON "ModuleProgress"
WHEN EXISTS (SELECT 1 FROM "ModuleProgress" WHERE rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'This row is already there');
END;

-- Progress is counted as it changes. What counts of one enrolment: a row for the plan (moduleSlug '') and one for each
-- module with evidence, as long as the plan is followed.
CREATE VIEW "ProgressFact" AS
SELECT e."id" AS "enrolmentId", e."personId", e."versionId", COALESCE(p."homeEntryId", '') AS "entryId", e."profile",
  '' AS "moduleSlug", e."completedOn", 0 AS "testsPassed", 0 AS "observationsMet",
  0 AS "online", 0 AS "classroom", 0 AS "remote", 0 AS "collaborative", 0 AS "onTheJob"
FROM "Enrolment" e JOIN "Person" p ON p."id" = e."personId"
WHERE e."activeKey" IS NOT NULL
UNION ALL
SELECT m."enrolmentId", e."personId", e."versionId", COALESCE(p."homeEntryId", ''), e."profile",
  m."moduleSlug", m."completedOn", m."assessmentPassed", m."observationMet",
  m."minutesByMode" ->> 'online', m."minutesByMode" ->> 'classroom', m."minutesByMode" ->> 'remote',
  m."minutesByMode" ->> 'collaborative', m."minutesByMode" ->> 'onTheJob'
FROM "ModuleProgress" m JOIN "Enrolment" e ON e."id" = m."enrolmentId" JOIN "Person" p ON p."id" = e."personId"
WHERE e."activeKey" IS NOT NULL;

CREATE TRIGGER "Enrolment_counted" AFTER INSERT ON "Enrolment"
WHEN NEW."activeKey" IS NOT NULL
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", 1, ("completedOn" IS NOT NULL), "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."id"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", 1
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."id" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "Enrolment_uncounted" BEFORE UPDATE OF "activeKey", "completedOn" ON "Enrolment"
WHEN OLD."activeKey" IS NOT NEW."activeKey" OR OLD."completedOn" IS NOT NEW."completedOn"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", -1, -("completedOn" IS NOT NULL), -"testsPassed", -"observationsMet", -"online", -"classroom", -"remote", -"collaborative", -"onTheJob"
    FROM "ProgressFact" WHERE "enrolmentId" = OLD."id"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", -1
    FROM "ProgressFact" WHERE "enrolmentId" = OLD."id" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "Enrolment_recounted" AFTER UPDATE OF "activeKey", "completedOn" ON "Enrolment"
WHEN OLD."activeKey" IS NOT NEW."activeKey" OR OLD."completedOn" IS NOT NEW."completedOn"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", 1, ("completedOn" IS NOT NULL), "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."id"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", 1
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."id" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "ModuleProgress_counted" AFTER INSERT ON "ModuleProgress"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", 1, ("completedOn" IS NOT NULL), "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."enrolmentId" AND "moduleSlug" = NEW."moduleSlug"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", 1
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."enrolmentId" AND "moduleSlug" = NEW."moduleSlug" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "ModuleProgress_uncounted" BEFORE UPDATE ON "ModuleProgress"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", -1, -("completedOn" IS NOT NULL), -"testsPassed", -"observationsMet", -"online", -"classroom", -"remote", -"collaborative", -"onTheJob"
    FROM "ProgressFact" WHERE "enrolmentId" = OLD."enrolmentId" AND "moduleSlug" = OLD."moduleSlug"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", -1
    FROM "ProgressFact" WHERE "enrolmentId" = OLD."enrolmentId" AND "moduleSlug" = OLD."moduleSlug" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "ModuleProgress_recounted" AFTER UPDATE ON "ModuleProgress"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", 1, ("completedOn" IS NOT NULL), "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."enrolmentId" AND "moduleSlug" = NEW."moduleSlug"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", 1
    FROM "ProgressFact" WHERE "enrolmentId" = NEW."enrolmentId" AND "moduleSlug" = NEW."moduleSlug" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "ModuleProgress_no_delete" BEFORE DELETE ON "ModuleProgress"
BEGIN
    SELECT RAISE(ABORT, 'Progress is kept');
END;

CREATE TRIGGER "Person_uncounted" BEFORE UPDATE OF "homeEntryId" ON "Person"
WHEN OLD."homeEntryId" IS NOT NEW."homeEntryId"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", -1, -("completedOn" IS NOT NULL), -"testsPassed", -"observationsMet", -"online", -"classroom", -"remote", -"collaborative", -"onTheJob"
    FROM "ProgressFact" WHERE "personId" = OLD."id"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", -1
    FROM "ProgressFact" WHERE "personId" = OLD."id" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

CREATE TRIGGER "Person_recounted" AFTER UPDATE OF "homeEntryId" ON "Person"
WHEN OLD."homeEntryId" IS NOT NEW."homeEntryId"
BEGIN
    INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", 1, ("completedOn" IS NOT NULL), "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressFact" WHERE "personId" = NEW."id"
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", 1
    FROM "ProgressFact" WHERE "personId" = NEW."id" AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
END;

-- What is there already.
INSERT INTO "ProgressCount" ("versionId", "entryId", "profile", "moduleSlug", "people", "completed", "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob")
    SELECT "versionId", "entryId", "profile", "moduleSlug", 1, ("completedOn" IS NOT NULL), "testsPassed", "observationsMet", "online", "classroom", "remote", "collaborative", "onTheJob"
    FROM "ProgressFact" WHERE TRUE
    ON CONFLICT DO UPDATE SET "people" = "people" + excluded."people",
      "completed" = "completed" + excluded."completed",
      "testsPassed" = "testsPassed" + excluded."testsPassed",
      "observationsMet" = "observationsMet" + excluded."observationsMet",
      "online" = "online" + excluded."online",
      "classroom" = "classroom" + excluded."classroom",
      "remote" = "remote" + excluded."remote",
      "collaborative" = "collaborative" + excluded."collaborative",
      "onTheJob" = "onTheJob" + excluded."onTheJob";
    INSERT INTO "CompletionWeek" ("monday", "province", "profile", "moduleSlug", "completed")
    SELECT date("completedOn", 'weekday 0', '-6 days'), CASE WHEN "entryId" = '' THEN '' ELSE substr("entryId", 1, instr("entryId", '.') - 1) END,
      "profile", "moduleSlug", 1
    FROM "ProgressFact" WHERE TRUE AND "completedOn" IS NOT NULL
    ON CONFLICT DO UPDATE SET "completed" = "completed" + excluded."completed";
