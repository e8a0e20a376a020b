-- Schema 3: people and lists: numbers of participants, replies and letters, quotas, order of
-- precedence, cards printed, what is known of imports and of doubles, views, what erasing leaves.
ALTER TABLE organization ADD COLUMN address TEXT NOT NULL DEFAULT '{}' CHECK (address LIKE '{%}');
ALTER TABLE organization ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]' CHECK (aliases LIKE '[%]');
ALTER TABLE organization ADD COLUMN sort_ko TEXT NOT NULL DEFAULT '';
ALTER TABLE organization ADD COLUMN sort_en TEXT NOT NULL DEFAULT '';

ALTER TABLE person ADD COLUMN keep_until TEXT;
ALTER TABLE person ADD COLUMN sort_ko TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN sort_en TEXT NOT NULL DEFAULT '';

CREATE TABLE distinction (
    id TEXT PRIMARY KEY NOT NULL,
    one TEXT NOT NULL REFERENCES person(id) ON DELETE RESTRICT,
    other TEXT NOT NULL REFERENCES person(id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX distinction_one ON distinction(one);
CREATE INDEX distinction_other ON distinction(other);

ALTER TABLE edition ADD COLUMN reply_by TEXT;
ALTER TABLE edition ADD COLUMN precedence TEXT NOT NULL DEFAULT '';

ALTER TABLE participation ADD COLUMN number INTEGER;
ALTER TABLE participation ADD COLUMN grade TEXT NOT NULL DEFAULT '';
ALTER TABLE participation ADD COLUMN since TEXT;
ALTER TABLE participation ADD COLUMN honored INTEGER NOT NULL DEFAULT 0 CHECK (honored IN (0, 1));
ALTER TABLE participation ADD COLUMN history TEXT NOT NULL DEFAULT '[]' CHECK (history LIKE '[%]');
ALTER TABLE participation ADD COLUMN reply_by TEXT;
ALTER TABLE participation ADD COLUMN deputy_for TEXT
    REFERENCES participation(id) ON DELETE RESTRICT;
ALTER TABLE participation ADD COLUMN companion_of TEXT
    REFERENCES participation(id) ON DELETE RESTRICT;
ALTER TABLE participation ADD COLUMN search TEXT NOT NULL DEFAULT '';
CREATE INDEX participation_number ON participation(edition, number);
CREATE INDEX participation_deputy_for ON participation(deputy_for)
    WHERE deputy_for IS NOT NULL;
CREATE INDEX participation_companion_of ON participation(companion_of)
    WHERE companion_of IS NOT NULL;
DROP INDEX participation_edition;

-- Who had a rank was introduced; numbers are given in the order of entry.
UPDATE participation SET honored = 1 WHERE rank IS NOT NULL;
UPDATE participation SET number = entered.number FROM (
    SELECT id, row_number() OVER (PARTITION BY edition ORDER BY id) AS number FROM participation
) AS entered WHERE entered.id = participation.id;

CREATE TABLE quota (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    seats INTEGER NOT NULL,
    side TEXT REFERENCES side(id) ON DELETE RESTRICT,
    organization TEXT REFERENCES organization(id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX quota_edition ON quota(edition);
CREATE INDEX quota_side ON quota(side);
CREATE INDEX quota_organization ON quota(organization);

CREATE TABLE letter_text (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    purpose TEXT NOT NULL CHECK (purpose IN ('invitation', 'reminder', 'confirmation', 'thanks')),
    subject TEXT NOT NULL CHECK (subject LIKE '{%}'),
    body TEXT NOT NULL CHECK (body LIKE '{%}')
) STRICT;
CREATE INDEX letter_text_edition ON letter_text(edition);

CREATE TABLE card_print (
    id TEXT PRIMARY KEY NOT NULL,
    participation TEXT NOT NULL REFERENCES participation(id) ON DELETE RESTRICT,
    handout TEXT NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX card_print_participation ON card_print(participation);

CREATE TABLE erasure (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    "on" TEXT NOT NULL,
    side TEXT REFERENCES side(id) ON DELETE RESTRICT,
    attended INTEGER NOT NULL CHECK (attended IN (0, 1))
) STRICT;
CREATE INDEX erasure_edition ON erasure(edition);
CREATE INDEX erasure_side ON erasure(side);

-- What came into the directory of people came into no edition.
CREATE TABLE origin_3 (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT REFERENCES edition(id) ON DELETE RESTRICT,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    table_name TEXT NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL,
    extra TEXT NOT NULL
) STRICT;
INSERT INTO origin_3 SELECT id, edition, source, key, table_name, record, digest, extra FROM origin;
DROP TABLE origin;
ALTER TABLE origin_3 RENAME TO origin;
CREATE UNIQUE INDEX origin_key ON origin(ifnull(edition, ''), source, table_name, key);
CREATE INDEX origin_edition ON origin(edition);
CREATE INDEX origin_record ON origin(record);

CREATE TABLE heading_map (
    id TEXT PRIMARY KEY NOT NULL,
    headings TEXT NOT NULL,
    columns TEXT NOT NULL
) STRICT;

CREATE TABLE saved_view (
    id TEXT PRIMARY KEY NOT NULL,
    page TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
