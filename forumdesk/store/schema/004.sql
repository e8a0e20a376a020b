-- Schema 4: the forum comes back: when a series meets next, where editions and sessions came
-- from, how agreements go on, what commitments came of and where they are looked back at.
ALTER TABLE series ADD COLUMN zones TEXT NOT NULL DEFAULT '[]' CHECK (zones LIKE '[%]');
ALTER TABLE series ADD COLUMN moved TEXT NOT NULL DEFAULT 'stays'
    CHECK (moved IN ('stays', 'before', 'after'));
ALTER TABLE series ADD COLUMN holidays TEXT NOT NULL DEFAULT '[]' CHECK (holidays LIKE '[%]');
ALTER TABLE series ADD COLUMN lead INTEGER NOT NULL DEFAULT 0;

ALTER TABLE edition ADD COLUMN predecessor TEXT REFERENCES edition(id) ON DELETE RESTRICT;
CREATE INDEX edition_predecessor ON edition(predecessor) WHERE predecessor IS NOT NULL;

ALTER TABLE session ADD COLUMN predecessor TEXT REFERENCES session(id) ON DELETE RESTRICT;
CREATE INDEX session_predecessor ON session(predecessor) WHERE predecessor IS NOT NULL;

ALTER TABLE agreement ADD COLUMN agreed_on TEXT;
ALTER TABLE agreement ADD COLUMN in_force_on TEXT;
ALTER TABLE agreement ADD COLUMN ended_on TEXT;
ALTER TABLE agreement ADD COLUMN review_on TEXT;
ALTER TABLE agreement ADD COLUMN amends TEXT REFERENCES agreement(id) ON DELETE RESTRICT;
ALTER TABLE agreement ADD COLUMN replaces TEXT REFERENCES agreement(id) ON DELETE RESTRICT;
ALTER TABLE agreement ADD COLUMN notes TEXT NOT NULL DEFAULT '';
CREATE INDEX agreement_amends ON agreement(amends) WHERE amends IS NOT NULL;
CREATE INDEX agreement_replaces ON agreement(replaces) WHERE replaces IS NOT NULL;

-- Somebody also hands the folders over.
CREATE TABLE signatory_4 (
    id TEXT PRIMARY KEY NOT NULL,
    agreement TEXT NOT NULL REFERENCES agreement(id) ON DELETE RESTRICT,
    participation TEXT NOT NULL REFERENCES participation(id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('signs', 'witnesses', 'hands-over')),
    party TEXT REFERENCES party(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO signatory_4 SELECT id, agreement, participation, role, party, position FROM signatory;
DROP TABLE signatory;
ALTER TABLE signatory_4 RENAME TO signatory;
CREATE INDEX signatory_agreement ON signatory(agreement);
CREATE INDEX signatory_participation ON signatory(participation);
CREATE INDEX signatory_party ON signatory(party);

ALTER TABLE commitment ADD COLUMN part TEXT REFERENCES part(id) ON DELETE RESTRICT;
ALTER TABLE commitment ADD COLUMN notes TEXT NOT NULL DEFAULT '';
CREATE INDEX commitment_part ON commitment(part) WHERE part IS NOT NULL;

CREATE TABLE review (
    id TEXT PRIMARY KEY NOT NULL,
    session TEXT NOT NULL REFERENCES session(id) ON DELETE RESTRICT,
    commitment TEXT NOT NULL REFERENCES commitment(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX review_session ON review(session);
CREATE INDEX review_commitment ON review(commitment);
