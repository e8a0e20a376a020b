-- Schema 2: what planning needs: fixed points, follow-on sessions, changeovers, availability,
-- and what really happened on the day.
ALTER TABLE session ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));
ALTER TABLE session ADD COLUMN follows TEXT REFERENCES session(id) ON DELETE RESTRICT;
ALTER TABLE session ADD COLUMN expected INTEGER;
ALTER TABLE session ADD COLUMN responsible TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN began TEXT;
ALTER TABLE session ADD COLUMN ended TEXT;
CREATE INDEX session_follows ON session(follows);

ALTER TABLE room ADD COLUMN changeover INTEGER NOT NULL DEFAULT 0;

ALTER TABLE edition ADD COLUMN transfer INTEGER NOT NULL DEFAULT 0;

CREATE TABLE availability (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    room TEXT REFERENCES room(id) ON DELETE RESTRICT,
    participation TEXT REFERENCES participation(id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX availability_edition ON availability(edition);
CREATE INDEX availability_room ON availability(room);
CREATE INDEX availability_participation ON availability(participation);

-- What a printed sheet was asked for with, to tell whether it still says the same.
ALTER TABLE printing ADD COLUMN options TEXT NOT NULL DEFAULT '';
