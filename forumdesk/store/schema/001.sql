-- Schema 1. Never edited once released: a later change is a later file.
-- Texts in several languages and lists are JSON; days are YYYY-MM-DD, wall times
-- YYYY-MM-DDTHH:MM in the edition's zone, moments ISO 8601 in UTC; ids are UUIDs (version 7).

CREATE TABLE image (
    id TEXT PRIMARY KEY NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE organization (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name LIKE '{%}'),
    short TEXT NOT NULL CHECK (short LIKE '{%}'),
    kind TEXT NOT NULL CHECK (kind IN (
        'association', 'ministry', 'agency', 'company', 'university', 'institute', 'press',
        'embassy', 'other')),
    sector TEXT NOT NULL,
    country TEXT NOT NULL,
    parent TEXT REFERENCES organization(id) ON DELETE RESTRICT,
    logo TEXT REFERENCES image(id) ON DELETE RESTRICT,
    website TEXT NOT NULL,
    search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX organization_parent ON organization(parent);
CREATE INDEX organization_logo ON organization(logo);

CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL,
    names TEXT NOT NULL CHECK (names LIKE '{%}'),
    family_first INTEGER CHECK (family_first IN (0, 1)),
    reading TEXT NOT NULL CHECK (reading LIKE '{%}'),
    honorific TEXT NOT NULL CHECK (honorific LIKE '{%}'),
    contacts TEXT NOT NULL CHECK (contacts LIKE '[%]'),
    biography TEXT NOT NULL CHECK (biography LIKE '{%}'),
    photo TEXT REFERENCES image(id) ON DELETE RESTRICT,
    languages TEXT NOT NULL CHECK (languages LIKE '[%]'),
    diet TEXT NOT NULL,
    access TEXT NOT NULL,
    notes TEXT NOT NULL,
    search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_photo ON person(photo);

CREATE TABLE series (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    short TEXT NOT NULL CHECK (short LIKE '{%}'),
    languages TEXT NOT NULL CHECK (languages LIKE '[%]'),
    recurrence TEXT NOT NULL,
    places TEXT NOT NULL CHECK (places LIKE '[%]'),
    numbering TEXT NOT NULL CHECK (numbering LIKE '{%}'),
    paper TEXT NOT NULL,
    notes TEXT NOT NULL,
    timezone TEXT NOT NULL
) STRICT;

CREATE TABLE series_host (
    id TEXT PRIMARY KEY NOT NULL,
    series TEXT NOT NULL REFERENCES series(id) ON DELETE RESTRICT,
    organization TEXT NOT NULL REFERENCES organization(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX series_host_series ON series_host(series);
CREATE INDEX series_host_organization ON series_host(organization);

CREATE TABLE edition (
    id TEXT PRIMARY KEY NOT NULL,
    series TEXT NOT NULL REFERENCES series(id) ON DELETE RESTRICT,
    number INTEGER,
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    slogan TEXT NOT NULL CHECK (slogan LIKE '{%}'),
    first_day TEXT,
    last_day TEXT,
    timezone TEXT NOT NULL,
    day_boundary INTEGER NOT NULL,
    venue TEXT NOT NULL CHECK (venue LIKE '{%}'),
    city TEXT NOT NULL CHECK (city LIKE '{%}'),
    address TEXT NOT NULL CHECK (address LIKE '{%}'),
    map_link TEXT NOT NULL,
    wifi TEXT NOT NULL CHECK (wifi LIKE '{%}'),
    welcome TEXT NOT NULL CHECK (welcome LIKE '{%}'),
    practical TEXT NOT NULL CHECK (practical LIKE '{%}'),
    link TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('planned', 'announced', 'running', 'closed')),
    design TEXT NOT NULL,
    accent TEXT NOT NULL,
    notes TEXT NOT NULL
) STRICT;
CREATE INDEX edition_series ON edition(series);

CREATE TABLE host (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    organization TEXT NOT NULL REFERENCES organization(id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('host', 'co-host', 'organizer', 'sponsor', 'supporter')),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX host_edition ON host(edition);
CREATE INDEX host_organization ON host(organization);

CREATE TABLE side (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name LIKE '{%}'),
    country TEXT NOT NULL,
    organization TEXT REFERENCES organization(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX side_edition ON side(edition);
CREATE INDEX side_organization ON side(organization);

CREATE TABLE room (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name LIKE '{%}'),
    capacity INTEGER,
    layout TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX room_edition ON room(edition);

CREATE TABLE track (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    name TEXT NOT NULL CHECK (name LIKE '{%}'),
    color TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX track_edition ON track(edition);

CREATE TABLE participation (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    person TEXT REFERENCES person(id) ON DELETE RESTRICT,
    organization TEXT REFERENCES organization(id) ON DELETE RESTRICT,
    office TEXT NOT NULL CHECK (office LIKE '{%}'),
    side TEXT REFERENCES side(id) ON DELETE RESTRICT,
    category TEXT NOT NULL,
    rank INTEGER,
    pin_reason TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN (
        'proposed', 'invited', 'accepted', 'tentative', 'declined', 'cancelled',
        'waitlisted')),
    status_on TEXT,
    consents TEXT NOT NULL CHECK (consents LIKE '[%]'),
    badge_name TEXT NOT NULL CHECK (badge_name LIKE '{%}'),
    table_name TEXT NOT NULL,
    seat TEXT NOT NULL,
    arrives TEXT,
    departs TEXT,
    notes TEXT NOT NULL,
    CHECK (person IS NOT NULL OR organization IS NOT NULL)
) STRICT;
CREATE INDEX participation_edition ON participation(edition);
CREATE INDEX participation_person ON participation(person);
CREATE INDEX participation_organization ON participation(organization);
CREATE INDEX participation_side ON participation(side);

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    kind TEXT NOT NULL CHECK (kind IN (
        'registration', 'opening', 'remarks', 'keynote', 'presentation', 'panel',
        'discussion', 'signing', 'photo', 'break', 'luncheon', 'reception', 'dinner',
        'site-visit', 'bilateral', 'press-briefing', 'internal', 'closing')),
    parent TEXT REFERENCES session(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    starts TEXT,
    minutes INTEGER,
    track TEXT REFERENCES track(id) ON DELETE RESTRICT,
    summary TEXT NOT NULL CHECK (summary LIKE '{%}'),
    abstract TEXT NOT NULL CHECK (abstract LIKE '{%}'),
    visibility TEXT NOT NULL CHECK (visibility IN (
        'public', 'invited', 'press', 'closed', 'internal')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'confirmed', 'cancelled')),
    languages TEXT NOT NULL CHECK (languages LIKE '[%]'),
    interpretation TEXT NOT NULL CHECK (interpretation LIKE '{%}'),
    notes TEXT NOT NULL,
    cues TEXT NOT NULL,
    links TEXT NOT NULL CHECK (links LIKE '[%]'),
    search TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX session_edition ON session(edition);
CREATE INDEX session_parent ON session(parent);
CREATE INDEX session_track ON session(track);

CREATE TABLE session_room (
    id TEXT PRIMARY KEY NOT NULL,
    session TEXT NOT NULL REFERENCES session(id) ON DELETE RESTRICT,
    room TEXT NOT NULL REFERENCES room(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX session_room_session ON session_room(session);
CREATE INDEX session_room_room ON session_room(room);

CREATE TABLE part (
    id TEXT PRIMARY KEY NOT NULL,
    session TEXT NOT NULL REFERENCES session(id) ON DELETE RESTRICT,
    participation TEXT NOT NULL REFERENCES participation(id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN (
        'opens', 'welcomes', 'congratulates', 'keynote', 'chairs', 'moderates', 'presents',
        'discusses', 'signs', 'witnesses', 'interprets', 'hosts-table', 'mc', 'closes',
        'speaks')),
    position INTEGER NOT NULL,
    minutes INTEGER,
    mode TEXT NOT NULL CHECK (mode IN ('in-person', 'video', 'read')),
    reader TEXT REFERENCES participation(id) ON DELETE RESTRICT,
    text_received INTEGER NOT NULL CHECK (text_received IN (0, 1)),
    statement TEXT NOT NULL CHECK (statement LIKE '{%}'),
    label TEXT NOT NULL CHECK (label LIKE '{%}')
) STRICT;
CREATE INDEX part_session ON part(session);
CREATE INDEX part_participation ON part(participation);
CREATE INDEX part_reader ON part(reader);

CREATE TABLE check_in (
    id TEXT PRIMARY KEY NOT NULL,
    participation TEXT NOT NULL REFERENCES participation(id) ON DELETE RESTRICT,
    at TEXT NOT NULL,
    desk TEXT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('typed', 'scanned', 'walk-in', 'paper', 'undone'))
) STRICT;
CREATE INDEX check_in_participation ON check_in(participation);

CREATE TABLE agreement (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    session TEXT REFERENCES session(id) ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    preamble TEXT NOT NULL CHECK (preamble LIKE '{%}'),
    closing TEXT NOT NULL CHECK (closing LIKE '{%}'),
    state TEXT NOT NULL CHECK (state IN ('draft', 'agreed', 'signed', 'in-force', 'ended')),
    signed_on TEXT
) STRICT;
CREATE INDEX agreement_edition ON agreement(edition);
CREATE INDEX agreement_session ON agreement(session);

CREATE TABLE party (
    id TEXT PRIMARY KEY NOT NULL,
    agreement TEXT NOT NULL REFERENCES agreement(id) ON DELETE RESTRICT,
    organization TEXT NOT NULL REFERENCES organization(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX party_agreement ON party(agreement);
CREATE INDEX party_organization ON party(organization);

CREATE TABLE aim (
    id TEXT PRIMARY KEY NOT NULL,
    agreement TEXT NOT NULL REFERENCES agreement(id) ON DELETE RESTRICT,
    number INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text LIKE '{%}'),
    title TEXT NOT NULL CHECK (title LIKE '{%}')
) STRICT;
CREATE INDEX aim_agreement ON aim(agreement);

CREATE TABLE signatory (
    id TEXT PRIMARY KEY NOT NULL,
    agreement TEXT NOT NULL REFERENCES agreement(id) ON DELETE RESTRICT,
    participation TEXT NOT NULL REFERENCES participation(id) ON DELETE RESTRICT,
    role TEXT NOT NULL CHECK (role IN ('signs', 'witnesses')),
    party TEXT REFERENCES party(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX signatory_agreement ON signatory(agreement);
CREATE INDEX signatory_participation ON signatory(participation);
CREATE INDEX signatory_party ON signatory(party);

CREATE TABLE original (
    id TEXT PRIMARY KEY NOT NULL,
    agreement TEXT NOT NULL REFERENCES agreement(id) ON DELETE RESTRICT,
    language TEXT NOT NULL,
    keeper TEXT REFERENCES party(id) ON DELETE RESTRICT,
    place TEXT NOT NULL
) STRICT;
CREATE INDEX original_agreement ON original(agreement);
CREATE INDEX original_keeper ON original(keeper);

CREATE TABLE commitment (
    id TEXT PRIMARY KEY NOT NULL,
    series TEXT NOT NULL REFERENCES series(id) ON DELETE RESTRICT,
    text TEXT NOT NULL CHECK (text LIKE '{%}'),
    edition TEXT REFERENCES edition(id) ON DELETE RESTRICT,
    aim TEXT REFERENCES aim(id) ON DELETE RESTRICT,
    session TEXT REFERENCES session(id) ON DELETE RESTRICT,
    title TEXT NOT NULL CHECK (title LIKE '{%}'),
    due TEXT,
    due_text TEXT NOT NULL CHECK (due_text LIKE '{%}'),
    status TEXT NOT NULL CHECK (status IN ('open', 'on-track', 'late', 'done', 'dropped')),
    position INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_series ON commitment(series);
CREATE INDEX commitment_edition ON commitment(edition);
CREATE INDEX commitment_aim ON commitment(aim);
CREATE INDEX commitment_session ON commitment(session);

CREATE TABLE commitment_owner (
    id TEXT PRIMARY KEY NOT NULL,
    commitment TEXT NOT NULL REFERENCES commitment(id) ON DELETE RESTRICT,
    organization TEXT REFERENCES organization(id) ON DELETE RESTRICT,
    person TEXT REFERENCES person(id) ON DELETE RESTRICT,
    position INTEGER NOT NULL,
    CHECK (person IS NOT NULL OR organization IS NOT NULL)
) STRICT;
CREATE INDEX commitment_owner_commitment ON commitment_owner(commitment);
CREATE INDEX commitment_owner_organization ON commitment_owner(organization);
CREATE INDEX commitment_owner_person ON commitment_owner(person);

CREATE TABLE report (
    id TEXT PRIMARY KEY NOT NULL,
    commitment TEXT NOT NULL REFERENCES commitment(id) ON DELETE RESTRICT,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    status TEXT NOT NULL CHECK (status IN ('open', 'on-track', 'late', 'done', 'dropped')),
    text TEXT NOT NULL CHECK (text LIKE '{%}'),
    evidence TEXT NOT NULL,
    "on" TEXT
) STRICT;
CREATE INDEX report_commitment ON report(commitment);
CREATE INDEX report_edition ON report(edition);

CREATE TABLE version (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL,
    digest TEXT NOT NULL,
    note TEXT NOT NULL CHECK (note LIKE '{%}')
) STRICT;
CREATE INDEX version_edition ON version(edition);

CREATE TABLE printing (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    handout TEXT NOT NULL,
    at TEXT NOT NULL,
    version TEXT REFERENCES version(id) ON DELETE RESTRICT,
    pages INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE INDEX printing_edition ON printing(edition);
CREATE INDEX printing_version ON printing(version);

CREATE TABLE acknowledgement (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    facts TEXT NOT NULL
) STRICT;
CREATE INDEX acknowledgement_edition ON acknowledgement(edition);

CREATE TABLE origin (
    id TEXT PRIMARY KEY NOT NULL,
    edition TEXT NOT NULL REFERENCES edition(id) ON DELETE RESTRICT,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    table_name TEXT NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL,
    extra TEXT NOT NULL
) STRICT;
CREATE INDEX origin_edition ON origin(edition);

CREATE UNIQUE INDEX origin_key ON origin(edition, source, table_name, key);

-- The journal: a step is one undoable change. Each of its changes keeps the ids of some records of
-- a table and their images, which undoing (or, of an undone step, redoing) puts back: JSON objects
-- of the columns that differ, or of all where the record is gone. No images means that the records
-- were not there.
CREATE TABLE journal_step (
    number INTEGER PRIMARY KEY,
    message TEXT NOT NULL,
    details TEXT NOT NULL CHECK (details LIKE '{%}'),
    at TEXT NOT NULL,
    merge TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone'))
) STRICT;
CREATE INDEX journal_step_undone ON journal_step(number) WHERE state = 'undone';
CREATE TABLE journal_change (
    number INTEGER PRIMARY KEY,
    step INTEGER NOT NULL REFERENCES journal_step(number) ON DELETE RESTRICT,
    table_name TEXT NOT NULL,
    records TEXT NOT NULL CHECK (records LIKE '[%]'),
    images TEXT CHECK (images LIKE '[%]')
) STRICT;
CREATE INDEX journal_change_step ON journal_change(step);
