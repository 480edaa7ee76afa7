// The tables, as steps from one schema version to the next. A step is never changed once it is released.

/** The step at index n leads from version n to n + 1. */
export const schemaSteps: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE user (
    id TEXT PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    is_disabled INTEGER NOT NULL DEFAULT 0,
    is_sample INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;

  CREATE TABLE "grant" (
    user TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    held_for TEXT,
    PRIMARY KEY (user, position)
  ) WITHOUT ROWID;

  CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX session_user ON session (user);

  CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    user TEXT NOT NULL UNIQUE REFERENCES user (id) ON DELETE CASCADE,
    until INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE client (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user (id),
    last_mid INTEGER NOT NULL,
    build INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE scope (id TEXT PRIMARY KEY, head INTEGER NOT NULL) WITHOUT ROWID;

  CREATE TABLE row (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    scope TEXT NOT NULL,
    ver INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    doc TEXT NOT NULL,
    groups TEXT NOT NULL
  );
  CREATE UNIQUE INDEX row_record ON row (kind, id);
  CREATE INDEX row_version ON row (scope, ver);

  CREATE TABLE op (
    client TEXT NOT NULL,
    mid INTEGER NOT NULL,
    hash TEXT NOT NULL,
    user TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    outcome TEXT NOT NULL
  );
  CREATE UNIQUE INDEX op_order ON op (client, mid);
  `,
  `
  CREATE INDEX row_comment ON row (doc ->> 'incidentId', id) WHERE kind = 'comment' AND deleted = 0;
  `,
  `
  CREATE INDEX row_line ON row (doc ->> 'incidentId') WHERE kind IN ('incident_event', 'comment', 'work_note');
  `,
]

export const schemaVersion = schemaSteps.length
