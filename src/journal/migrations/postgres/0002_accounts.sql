-- How people prove who they are: see the migration of the same number for SQLite. The library's own names for columns stand in quotes.
CREATE TABLE sign_in_user (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL,
  image text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "twoFactorEnabled" boolean
);

CREATE TABLE sign_in_session (
  id text PRIMARY KEY,
  "expiresAt" timestamptz NOT NULL,
  token text NOT NULL UNIQUE,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "userId" text NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE
);
CREATE INDEX "sign_in_session_userId_idx" ON sign_in_session ("userId");

-- A password (scrypt), or the account of a directory.
CREATE TABLE sign_in_account (
  id text PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX "sign_in_account_userId_idx" ON sign_in_account ("userId");

-- What a link or a challenge was given out for, by the digest of its token.
CREATE TABLE sign_in_token (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL,
  "updatedAt" timestamptz NOT NULL
);
CREATE INDEX sign_in_token_identifier_idx ON sign_in_token (identifier);

CREATE TABLE sign_in_second_factor (
  id text PRIMARY KEY,
  secret text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" text NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamptz
);
CREATE INDEX sign_in_second_factor_secret_idx ON sign_in_second_factor (secret);
CREATE INDEX "sign_in_second_factor_userId_idx" ON sign_in_second_factor ("userId");

CREATE TABLE sign_in_passkey (
  id text PRIMARY KEY,
  name text,
  "publicKey" text NOT NULL,
  "userId" text NOT NULL REFERENCES sign_in_user (id) ON DELETE CASCADE,
  "credentialID" text NOT NULL,
  counter integer NOT NULL,
  "deviceType" text NOT NULL,
  "backedUp" boolean NOT NULL,
  transports text,
  "createdAt" timestamptz,
  aaguid text
);
CREATE INDEX "sign_in_passkey_userId_idx" ON sign_in_passkey ("userId");
CREATE INDEX "sign_in_passkey_credentialID_idx" ON sign_in_passkey ("credentialID");

-- Ours. How often something was tried: a bucket is the digest of a limit's name and of an account or an address.
CREATE TABLE sign_in_limit (
  bucket text COLLATE "C" PRIMARY KEY,
  since bigint NOT NULL,
  tries integer NOT NULL
);
CREATE INDEX sign_in_limit_since ON sign_in_limit (since);

-- Who came in, who was turned away, whose password changed: beside the record, because addresses of people are not kept for ever.
CREATE TABLE sign_in_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at bigint NOT NULL,
  event text NOT NULL,
  "user" text,
  -- Somebody else who did it to them.
  by_user text,
  address text NOT NULL,
  agent text NOT NULL
);
CREATE INDEX sign_in_event_at ON sign_in_event (at);
