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
  `
  CREATE TABLE passkey (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    transports TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX passkey_user ON passkey (user);

  CREATE TABLE wipe (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    user TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX wipe_user ON wipe (user);
  `,
  `
  CREATE TABLE act (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    person TEXT,
    name TEXT NOT NULL,
    outcome TEXT NOT NULL,
    code TEXT
  );
  CREATE INDEX act_at ON act (at);
  CREATE INDEX act_person ON act (person, at);

  CREATE TABLE act_record (
    act INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    scope TEXT,
    PRIMARY KEY (act, kind, record)
  ) WITHOUT ROWID;
  CREATE INDEX act_record_record ON act_record (record);

  INSERT INTO act (id, at, person, name, outcome, code)
    SELECT rowid, received_at, user,
      CASE WHEN outcome ->> 'o' = 'rejected' THEN 'op.refused' ELSE body ->> 'name' END,
      outcome ->> 'o', outcome ->> 'code'
    FROM op;
  INSERT OR IGNORE INTO act_record (act, kind, record, scope)
    SELECT op.rowid, change.value ->> 'k', change.value ->> 'id', change.value ->> 's'
    FROM op, json_each(CASE WHEN json_valid(op.body) THEN op.body ELSE '{}' END, '$.changes') AS change
    WHERE op.outcome ->> 'o' <> 'rejected';
  `,
  `
  CREATE INDEX op_quarantined ON op (received_at) WHERE outcome ->> 'o' = 'quarantined';
  `,
  `
  CREATE TABLE op_origin (origin TEXT PRIMARY KEY, client TEXT NOT NULL, mid INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  CREATE TABLE identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    user TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX identity_user ON identity (user, issuer);
  `,
  `
  ALTER TABLE scope ADD COLUMN digest TEXT NOT NULL DEFAULT '0000000000000000';
  UPDATE scope SET digest = (SELECT rows_digest(json_array(kind, id, ver, deleted)) FROM row WHERE row.scope = scope.id);
  `,
  `
  CREATE INDEX row_part ON row (coalesce(doc ->> 'incidentId', doc ->> 'ofId', doc ->> 'recordId'))
    WHERE kind IN ('follow', 'attachment', 'conflict');
  CREATE INDEX row_narrative ON row (doc ->> 'matterId') WHERE kind = 'narrative';

  CREATE TABLE wordless (id TEXT PRIMARY KEY) WITHOUT ROWID;

  CREATE TABLE ended_session (
    hash TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    user TEXT NOT NULL,
    label TEXT NOT NULL,
    seen_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX ended_session_user ON ended_session (user, seen_at);

  CREATE TRIGGER session_ended AFTER DELETE ON session BEGIN
    INSERT OR IGNORE INTO ended_session (hash, id, user, label, seen_at)
      VALUES (OLD.hash, OLD.id, OLD.user, OLD.label, OLD.seen_at);
    DELETE FROM ended_session WHERE user = OLD.user AND hash NOT IN (
      SELECT hash FROM ended_session WHERE user = OLD.user ORDER BY seen_at DESC, hash LIMIT 50);
  END;
  `,
  `
  CREATE TABLE part (attachment TEXT NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (attachment, n));
  CREATE INDEX row_file ON row (doc ->> 'ofId') WHERE kind = 'attachment' AND deleted = 0;
  `,
  `
  CREATE TABLE legal_key (
    user TEXT PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    key BLOB NOT NULL
  ) WITHOUT ROWID;

  CREATE TRIGGER wipe_asked AFTER INSERT ON wipe BEGIN
    DELETE FROM legal_key WHERE user = NEW.user;
  END;
  `,
]

export const schemaVersion = schemaSteps.length
