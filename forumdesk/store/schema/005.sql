-- Schema 5: the whole handout pack: texts of a program, plans of who sits where, cars, terms for
-- interpreters, themes of one's own, and what the pack is made of.
ALTER TABLE edition ADD COLUMN cover TEXT REFERENCES image(id) ON DELETE RESTRICT;
ALTER TABLE edition ADD COLUMN sections TEXT NOT NULL DEFAULT '[]' CHECK (sections LIKE '[%]');
ALTER TABLE edition ADD COLUMN contact TEXT NOT NULL DEFAULT '{}' CHECK (contact LIKE '{%}');
CREATE INDEX edition_cover ON edition(cover) WHERE cover IS NOT NULL;

CREATE TABLE own_theme (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name LIKE '{%}'),
    "like" TEXT NOT NULL,
    data TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE TABLE term (
    id TEXT PRIMARY KEY NOT NULL,
    series TEXT NOT NULL REFERENCES series(id) ON DELETE RESTRICT,
    text TEXT NOT NULL CHECK (text LIKE '{%}'),
    note TEXT NOT NULL CHECK (note LIKE '{%}'),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX term_series ON term(series);

CREATE TABLE passage (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN (
        'message', 'sponsors', 'emergency', 'imprint', 'other')),
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    text TEXT NOT NULL CHECK (text LIKE '{%}'),
    participation TEXT REFERENCES participation(id) ON DELETE RESTRICT,
    signature TEXT REFERENCES image(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_edition ON passage(edition);
CREATE INDEX passage_participation ON passage(participation);
CREATE INDEX passage_signature ON passage(signature);

CREATE TABLE seating (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    layout TEXT NOT NULL CHECK (layout IN ('head-table', 'bilateral', 'theatre', 'round')),
    session TEXT REFERENCES session(id) ON DELETE RESTRICT,
    room TEXT REFERENCES room(id) ON DELETE RESTRICT,
    "tables" INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    interpreters INTEGER NOT NULL CHECK (interpreters IN (0, 1)),
    notes TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX seating_edition ON seating(edition);
CREATE INDEX seating_session ON seating(session);
CREATE INDEX seating_room ON seating(room);

CREATE TABLE seat (
    id TEXT PRIMARY KEY NOT NULL,
    seating TEXT NOT NULL REFERENCES seating(id) ON DELETE RESTRICT,
    "table" INTEGER NOT NULL,
    number INTEGER NOT NULL,
    participation TEXT REFERENCES participation(id) ON DELETE RESTRICT,
    reserved TEXT NOT NULL CHECK (reserved LIKE '{%}'),
    locked INTEGER NOT NULL CHECK (locked IN (0, 1))
) STRICT;
CREATE INDEX seat_seating ON seat(seating);
CREATE INDEX seat_participation ON seat(participation);

CREATE TABLE vehicle (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name LIKE '{%}'),
    plate TEXT NOT NULL,
    driver TEXT NOT NULL,
    phone TEXT NOT NULL,
    notes TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX vehicle_edition ON vehicle(edition);

CREATE TABLE rider (
    id TEXT PRIMARY KEY NOT NULL,
    vehicle TEXT NOT NULL REFERENCES vehicle(id) ON DELETE RESTRICT,
    participation TEXT NOT NULL REFERENCES participation(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX rider_vehicle ON rider(vehicle);
CREATE INDEX rider_participation ON rider(participation);

CREATE TABLE pack_sheet (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    handout TEXT NOT NULL,
    options TEXT NOT NULL,
    copies INTEGER NOT NULL,
    ticked INTEGER NOT NULL CHECK (ticked IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX pack_sheet_edition ON pack_sheet(edition);
