-- CreateTable
CREATE TABLE "OpenReview" (
    "observationId" TEXT NOT NULL PRIMARY KEY,
    "responseSeq" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "OpenReview_responseSeq_key" ON "OpenReview"("responseSeq");

-- Those that wait already.
INSERT INTO "OpenReview" ("observationId", "responseSeq")
SELECT r."observationId", r."seq" FROM "ObservationResponse" r
WHERE r."verdict" = 'disagreed'
  AND NOT EXISTS (
    SELECT 1 FROM "ObservationResponse" v WHERE v."observationId" = r."observationId" AND v."slot" = 'review'
  )
  AND NOT EXISTS (SELECT 1 FROM "Observation" c WHERE c."corrects" = r."observationId");

-- A disagreement waits until somebody has reviewed it, or the observation has been corrected or voided.
CREATE TRIGGER "ObservationResponse_opens_review" AFTER INSERT ON "ObservationResponse"
WHEN NEW."verdict" = 'disagreed' AND NOT EXISTS (SELECT 1 FROM "Observation" WHERE "corrects" = NEW."observationId")
BEGIN
    INSERT INTO "OpenReview" ("observationId", "responseSeq") VALUES (NEW."observationId", NEW."seq");
END;
CREATE TRIGGER "ObservationResponse_closes_review" AFTER INSERT ON "ObservationResponse"
WHEN NEW."slot" = 'review'
BEGIN
    DELETE FROM "OpenReview" WHERE "observationId" = NEW."observationId";
END;
CREATE TRIGGER "Observation_closes_review" AFTER INSERT ON "Observation"
WHEN NEW."corrects" IS NOT NULL
BEGIN
    DELETE FROM "OpenReview" WHERE "observationId" = NEW."corrects";
END;
