-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Province" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "navigatorPlaces" INTEGER NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "Entry" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "provinceCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "navigatorPlaces" INTEGER NOT NULL,
    "note" TEXT,
    "position" INTEGER NOT NULL,
    CONSTRAINT "Entry_provinceCode_fkey" FOREIGN KEY ("provinceCode") REFERENCES "Province" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "surnameKey" TEXT NOT NULL,
    "firstNameKey" TEXT NOT NULL,
    "profile" TEXT,
    "homeEntryId" TEXT,
    "passwordHash" TEXT,
    "deactivatedAt" DATETIME,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Person_homeEntryId_fkey" FOREIGN KEY ("homeEntryId") REFERENCES "Entry" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "reason" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Posting_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Posting_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "Entry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleAssignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "scopeKind" TEXT NOT NULL,
    "scopeId" TEXT,
    "seat" TEXT,
    "startsOn" TEXT NOT NULL,
    "endsOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "RoleAssignment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Session" (
    "idHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "absoluteExpiresAt" DATETIME NOT NULL,
    "lastSeenAt" DATETIME NOT NULL,
    "device" TEXT NOT NULL,
    CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PasswordLink" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    CONSTRAINT "PasswordLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AttemptWindow" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "count" INTEGER NOT NULL,
    "resetAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BLOB NOT NULL
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "actorId" TEXT,
    "action" TEXT NOT NULL,
    "objectType" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "payload" TEXT,
    "salt" TEXT,
    "payloadDigest" TEXT NOT NULL,
    "previous" TEXT NOT NULL,
    "digest" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Entry_provinceCode_position_idx" ON "Entry"("provinceCode", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Person_surnameKey_id_idx" ON "Person"("surnameKey", "id");

-- CreateIndex
CREATE INDEX "Person_firstNameKey_idx" ON "Person"("firstNameKey");

-- CreateIndex
CREATE INDEX "Person_homeEntryId_surnameKey_id_idx" ON "Person"("homeEntryId", "surnameKey", "id");

-- CreateIndex
CREATE INDEX "Posting_personId_startsOn_idx" ON "Posting"("personId", "startsOn");

-- CreateIndex
CREATE INDEX "Posting_entryId_startsOn_idx" ON "Posting"("entryId", "startsOn");

-- CreateIndex
CREATE INDEX "RoleAssignment_personId_idx" ON "RoleAssignment"("personId");

-- CreateIndex
CREATE INDEX "RoleAssignment_role_endsOn_idx" ON "RoleAssignment"("role", "endsOn");

-- CreateIndex
CREATE INDEX "RoleAssignment_seat_idx" ON "RoleAssignment"("seat");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "PasswordLink_personId_idx" ON "PasswordLink"("personId");

-- CreateIndex
CREATE INDEX "AttemptWindow_resetAt_idx" ON "AttemptWindow"("resetAt");

-- CreateIndex
CREATE INDEX "ImportDraft_createdAt_idx" ON "ImportDraft"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_digest_key" ON "AuditEntry"("digest");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_seq_idx" ON "AuditEntry"("actorId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_action_seq_idx" ON "AuditEntry"("action", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_objectId_seq_idx" ON "AuditEntry"("objectId", "seq");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- The audit log is append-only: it can be added to, never changed or shortened.
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
BEGIN
    SELECT RAISE(ABORT, 'AuditEntry is append-only');
END;
CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry"
BEGIN
    SELECT RAISE(ABORT, 'AuditEntry is append-only');
END;
-- A row may only follow the last one. REPLACE would delete without firing the trigger above: it is refused here,
-- since the row it would replace has a number, or a digest, that is already there.
CREATE TRIGGER "AuditEntry_in_order" BEFORE INSERT ON "AuditEntry"
WHEN NEW."seq" IS NOT COALESCE((SELECT MAX("seq") FROM "AuditEntry"), 0) + 1
  OR NEW."previous" IS NOT COALESCE((SELECT "digest" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1), '')
  OR EXISTS (SELECT 1 FROM "AuditEntry" WHERE "digest" = NEW."digest")
BEGIN
    SELECT RAISE(ABORT, 'AuditEntry does not follow the last row');
END;
