-- How people prove who they are: tables of the sign-in library (its names for columns, its types; not STRICT, since it keeps
-- dates as text). What somebody may do is not here but in their `user` document.
CREATE TABLE sign_in_user (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL UNIQUE,
  emailVerified INTEGER NOT NULL,
  image TEXT,
  createdAt DATE NOT NULL,
  updatedAt DATE NOT NULL,
  twoFactorEnabled INTEGER
);

CREATE TABLE sign_in_session (
  id TEXT NOT NULL PRIMARY KEY,
  expiresAt DATE NOT NULL,
  token TEXT NOT NULL UNIQUE,
  createdAt DATE NOT NULL,
  updatedAt DATE NOT NULL,
  ipAddress TEXT,
  userAgent TEXT,
  userId TEXT NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE
);
CREATE INDEX sign_in_session_userId_idx ON sign_in_session (userId);

-- A password (scrypt), or the account of a directory.
CREATE TABLE sign_in_account (
  id TEXT NOT NULL PRIMARY KEY,
  accountId TEXT NOT NULL,
  providerId TEXT NOT NULL,
  userId TEXT NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE,
  accessToken TEXT,
  refreshToken TEXT,
  idToken TEXT,
  accessTokenExpiresAt DATE,
  refreshTokenExpiresAt DATE,
  scope TEXT,
  password TEXT,
  createdAt DATE NOT NULL,
  updatedAt DATE NOT NULL
);
CREATE INDEX sign_in_account_userId_idx ON sign_in_account (userId);

-- What a link or a challenge was given out for, by the digest of its token.
CREATE TABLE sign_in_token (
  id TEXT NOT NULL PRIMARY KEY,
  identifier TEXT NOT NULL,
  value TEXT NOT NULL,
  expiresAt DATE NOT NULL,
  createdAt DATE NOT NULL,
  updatedAt DATE NOT NULL
);
CREATE INDEX sign_in_token_identifier_idx ON sign_in_token (identifier);

CREATE TABLE sign_in_second_factor (
  id TEXT NOT NULL PRIMARY KEY,
  secret TEXT NOT NULL,
  backupCodes TEXT NOT NULL,
  userId TEXT NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE,
  verified INTEGER,
  failedVerificationCount INTEGER,
  lockedUntil DATE
);
CREATE INDEX sign_in_second_factor_secret_idx ON sign_in_second_factor (secret);
CREATE INDEX sign_in_second_factor_userId_idx ON sign_in_second_factor (userId);

CREATE TABLE sign_in_passkey (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT,
  publicKey TEXT NOT NULL,
  userId TEXT NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE,
  credentialID TEXT NOT NULL,
  counter INTEGER NOT NULL,
  deviceType TEXT NOT NULL,
  backedUp INTEGER NOT NULL,
  transports TEXT,
  createdAt DATE,
  aaguid TEXT
);
CREATE INDEX sign_in_passkey_userId_idx ON sign_in_passkey (userId);
CREATE INDEX sign_in_passkey_credentialID_idx ON sign_in_passkey (credentialID);

-- Ours. How often something was tried: a bucket is the digest of a limit's name and of an account or an address.
CREATE TABLE sign_in_limit (
  bucket TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  tries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_limit_since ON sign_in_limit (since);

-- Who came in, who was turned away, whose password changed: beside the record, because addresses of people are not kept for ever.
CREATE TABLE sign_in_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  user TEXT,
  -- Somebody else who did it to them.
  by_user TEXT,
  address TEXT NOT NULL,
  agent TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_event_at ON sign_in_event (at);
